import type { Answer, Asked } from '../load/client';
import { closedLoop } from '../load/closed-loop';
import { CpuMeter } from '../measure/cpu';
import { randomFrom, shuffled } from '../measure/random';
import type { Outcomes, PairedResult } from '../report/results';
import type { Bench } from '../servers/bench';
import type { Server } from '../servers/server';
import type { Case, RunSettings } from './case';
import { comparisonOf, figuresOf, type Pair, type Sample } from './paired-figures';

/** One of those who take turns. */
export interface Side {
  readonly name: string;
  readonly server: Server;
  /** The requests of the next batch; what they need is made ready first, and not measured. */
  readonly batch: () => Promise<readonly Asked[]>;
  /** The result of a batch's answers; by default the numbers of their statuses. @throws if an answer is wrong */
  readonly outcomes?: (answers: readonly Answer[]) => Outcomes;
}

/** What is to be measured by turns. */
export interface Paired {
  readonly sides: readonly Side[];
  readonly pairs: readonly Pair[];
  /** Kind of its requests: a server that was warmed up for one case is warm for others of this kind. */
  readonly kind: string;
  readonly callers: number;
  /** A batch ends after this time, in milliseconds, however many requests are left. */
  readonly batchMs?: number;
  /** Each side gets so many requests, or the time, before anything is measured. */
  readonly warmUp: { readonly requests: number; readonly ms: number };
}

/** A case of sides that take turns in rounds, in an order drawn anew for each. */
export function paired(
  told: Pick<Case, 'name' | 'title' | 'isLong'>,
  prepare: (bench: Bench) => Promise<Paired>,
): Case {
  const run = async (bench: Bench, settings: RunSettings): Promise<PairedResult> => {
    const plan = await prepare(bench);
    for (const side of plan.sides) await warmUp(side, plan, settings);
    settings.begin?.();
    const samples = await playRounds(plan.sides, (side) => measure(side, plan, bench.database.pid), settings);
    const { callers, pairs, sides } = plan;
    return {
      kind: 'paired',
      name: told.name,
      title: told.title,
      database: bench.database.kind,
      load: `${callers} at once`,
      unit: 'request',
      rounds: settings.rounds,
      sides: sides.map(({ name }) => figuresOf(name, samples.get(name) ?? [])),
      comparisons: pairs.map((pair) => comparisonOf(pair, samples)),
    };
  };
  return { ...told, run };
}

async function warmUp(side: Side, { kind, warmUp, callers, batchMs }: Paired, { say }: RunSettings): Promise<void> {
  const { warmth, client } = side.server;
  const end = performance.now() + warmUp.ms;
  while ((warmth.get(kind) ?? 0) < warmUp.requests && performance.now() < end) {
    const { answers } = await closedLoop(client, await side.batch(), { callers, limitMs: batchMs });
    side.outcomes?.(answers);
    warmth.set(kind, (warmth.get(kind) ?? 0) + answers.length);
    say(`${side.name} warms up: ${warmth.get(kind)} of ${warmUp.requests}`);
  }
}

/** Lets the sides take turns. @param measure one turn of a side @returns the samples of each side, round by round */
export async function playRounds<Player extends { readonly name: string }>(
  sides: readonly Player[],
  measure: (side: Player) => Promise<Sample>,
  { rounds, seed, say }: RunSettings,
): Promise<ReadonlyMap<string, readonly Sample[]>> {
  const random = randomFrom(seed);
  const samples = new Map<string, Sample[]>(sides.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const side of shuffled(sides, random)) samples.get(side.name)?.push(await measure(side));
    say(`round ${round + 1} of ${rounds}`);
  }
  return samples;
}

async function measure(side: Side, { callers, batchMs }: Paired, databasePid: number | undefined): Promise<Sample> {
  const requests = await side.batch();
  const server = new CpuMeter(side.server.pid);
  const database = databasePid === undefined ? undefined : new CpuMeter(databasePid);
  const { answers, ms } = await closedLoop(side.server.client, requests, { callers, limitMs: batchMs });
  return {
    requests: answers.length,
    serverNs: server.lap(),
    databaseNs: database?.lap(),
    ms,
    outcomes: (side.outcomes ?? countStatuses)(answers),
  };
}

/** How many answers have each status. */
export function countStatuses(answers: readonly Answer[]): Outcomes {
  const counts: Record<string, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** The same where there is only one right status. */
export function allWith(expected: number, side: string): (answers: readonly Answer[]) => Outcomes {
  return (answers) => {
    const other = answers.find(({ status }) => status !== expected);
    if (other === undefined) return countStatuses(answers);
    throw new Error(`${side} answered ${other.status} where ${expected} was to come: ${other.bytes.toString()}`);
  };
}
