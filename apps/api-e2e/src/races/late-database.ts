import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Actor, Booked } from '../harness/actors';
import type { ApiServer } from '../harness/api-server';
import type { Reply } from '../harness/http';
import { TcpProxy } from '../harness/tcp-proxy';
import { inParallel, until } from '../harness/until';
import { inArena, type Arena, type ArenaFigures, type House } from './arena';
import { settled } from './kills/scene';
import { outcomeOf } from './result';

/** How many ask for seats at once, how often, and how late the database answers. */
export interface LateFigures {
  readonly requests: number;
  readonly waves: number;
  readonly lateMs: number;
}

/** What was seen while the database was late. */
export interface Lateness {
  readonly violations: readonly string[];
  /** All answers, by code. */
  readonly answers: Readonly<Record<string, number>>;
  /** The wait for a refusal while the house was full of others who waited, in milliseconds. */
  readonly medianRefusalMs: number;
  readonly slowestRefusalMs: number;
  /** Memory of the server's process after each wave, in MB. */
  readonly residentMb: readonly number[];
  /** Bookings that were found or made by the same key when the database was in time again. */
  readonly resolved: number;
}

const BUYERS = 40;
/** Requests sent one after the other while the others wait. */
const PROBES = 20;
/** A refusal may not wait longer, in milliseconds, on a machine under any load; a tenth of it is usual. */
const LONGEST_REFUSAL_MS = 1_000;
const RESOLVE_MS = 60_000;
/** What may be told to who got in. */
const TOLD = ['booked', 'seat-taken', 'storage-unavailable'];

/**
 * The database answers late while more people than may be in flight ask for seats, wave after wave: the excess is
 * refused at once, long before the others are answered; memory stays flat; afterwards the same key finds each outcome.
 */
export async function floodWhileLate(figures: ArenaFigures, late: LateFigures): Promise<Lateness> {
  return inArena({ ...figures, leaseSeconds: 5 }, async (arena) => {
    const house = await arena.house({ title: 'Late', totalSeats: (late.requests * late.waves) / 2 });
    const { proxy, uri } = await TcpProxy.before(arena.database.uri);
    const server = await arena.startServer({ env: { MONGODB_URI: uri } });
    try {
      const buyers = (await arena.guests(BUYERS)).map((buyer) => buyer.at(server.http));
      proxy.delayAnswers(late.lateMs);
      const waves: Wave[] = [];
      for (let nth = 0; nth < late.waves; nth++) waves.push(await flood(server, requestsOf(late, nth, buyers, house)));
      proxy.delayAnswers(0);
      return await judgeWaves(arena, house, waves);
    } finally {
      await server.kill();
      proxy.close();
    }
  });
}

/** One who asks for one seat under one key, as often as it takes. */
interface Request {
  readonly key: string;
  readonly buyer: Actor;
  readonly ask: () => Promise<Reply<Booked>>;
}

/** What became of a wave, and how the server stood after it. */
interface Wave {
  readonly requests: readonly Request[];
  readonly answers: readonly Reply<Booked>[];
  /** Sent one after the other when the house was full. */
  readonly probes: readonly Reply<Booked>[];
  readonly residentMb: number;
}

/** Each seat is wanted by two. */
function requestsOf({ requests }: LateFigures, wave: number, buyers: readonly Actor[], house: House): Request[] {
  return Array.from({ length: requests }, (_, index) => {
    const buyer = buyers[index % buyers.length] as Actor;
    const seatId = house.seatIds[Math.floor((wave * requests + index) / 2)] as string;
    const key = randomUUID();
    return { key, buyer, ask: () => buyer.book(house.showId, [seatId], key) };
  });
}

async function flood(server: ApiServer, requests: readonly Request[]): Promise<Wave> {
  let refused = 0;
  const answering = requests.map(async ({ ask }) => {
    const answer = await ask();
    if (outcomeOf(answer) === 'overloaded') refused++;
    return answer;
  });
  const isOver = Promise.all(answering).then(() => true);
  const probes: Reply<Booked>[] = [];
  await Promise.race([isOver, until('the first refusal', RESOLVE_MS, () => refused > 0)]);
  while (refused > 0 && probes.length < PROBES) probes.push(await (requests[0] as Request).ask());
  return { requests, answers: await Promise.all(answering), probes, residentMb: residentMbOf(server) };
}

async function judgeWaves(arena: Arena, house: House, waves: readonly Wave[]): Promise<Lateness> {
  const answers = waves.flatMap((wave) => [...wave.answers, ...wave.probes]);
  const residentMb = waves.map((wave) => wave.residentMb);
  const refusals = waves.flatMap(({ probes }) => probes.filter(isRefused).map(waitOf)).toSorted((a, b) => a - b);
  const { found, complaints } = await resolve(waves);
  const confirmed = [...new Set(found.map(({ body }) => body.bookingId))];
  return {
    violations: [
      ...new Set(waves.flatMap(complaintsOf)),
      ...answers
        .filter(isRude)
        .map((answer) => `an answer was ${answer.status} ${outcomeOf(answer)}`)
        .slice(0, 5),
      ...((residentMb.at(-1) ?? 0) < 1.5 * (residentMb[1] ?? 0) ? [] : [`memory grew: ${residentMb.join(', ')} MB`]),
      ...complaints,
      ...(await settled(arena, house)),
      ...(await arena.violations({ confirmed })),
    ],
    answers: countOf(answers.map(outcomeOf)),
    medianRefusalMs: refusals[refusals.length >> 1] ?? 0,
    slowestRefusalMs: refusals.at(-1) ?? 0,
    residentMb,
    resolved: confirmed.length,
  };
}

/** The excess is refused, at once, and before anybody who got in is answered. */
function complaintsOf({ answers, probes }: Wave): string[] {
  const refused = [...answers, ...probes].filter(isRefused);
  const firstServed = Math.min(...answers.filter((answer) => !isRefused(answer)).map(({ endedAt }) => endedAt));
  const late = refused.filter(({ sentAt, endedAt }) => sentAt < firstServed && endedAt > firstServed);
  const slow = refused.filter((answer) => waitOf(answer) > LONGEST_REFUSAL_MS);
  return [
    ...(refused.length > 0 ? [] : ['nobody was refused']),
    ...(late.length === 0 ? [] : [`${late.length} refusals came after an answer to somebody who got in`]),
    ...(slow.length === 0 ? [] : [`${slow.length} refusals took more than ${LONGEST_REFUSAL_MS} ms`]),
  ];
}

/** Asks again with the same key until each outcome is known. */
async function resolve(waves: readonly Wave[]): Promise<{ found: Reply<Booked>[]; complaints: string[] }> {
  const all = waves.flatMap(({ requests }) => requests);
  const found: Reply<Booked>[] = [];
  const complaints = new Set<string>();
  await inParallel(all, 64, async ({ ask }) => {
    const last = await until('the same key to find the outcome', RESOLVE_MS, async () => {
      const answer = await ask();
      return answer.status >= 500 || answer.body.code === 'in-progress' ? undefined : answer;
    });
    if (last.status === 201) found.push(last);
    else if (!['seat-taken', 'booking-expired'].includes(outcomeOf(last)))
      complaints.add(`in the end ${outcomeOf(last)}`);
  });
  return { found, complaints: [...complaints] };
}

function isRefused(answer: Reply<Booked>): boolean {
  return outcomeOf(answer) === 'overloaded';
}

/** Neither an outcome nor 503 that says when to come back. */
function isRude(answer: Reply<Booked>): boolean {
  if (answer.status === 503 && answer.headers['retry-after'] === undefined) return true;
  return !isRefused(answer) && !TOLD.includes(outcomeOf(answer)) && outcomeOf(answer) !== 'in-progress';
}

function waitOf({ sentAt, endedAt }: Reply<Booked>): number {
  return Math.round(endedAt - sentAt);
}

function countOf(outcomes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

function residentMbOf({ child }: ApiServer): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024);
}
