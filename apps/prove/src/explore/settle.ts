import { leftBehind, unsettled } from '../rules/ends';
import { brokenRules } from '../rules/states';
import { Behaviour } from './behaviour';
import { GlobalState } from './global-state';
import { LEASE_MS } from './services';
import { System } from './system';

/** The sweep runs every two seconds; in the worst case it ran just before the lease ended. */
const SWEEP_PAUSE_MS = 2_000;

/**
 * Checks what is left if all processes crash at this moment and only sweeps run afterwards. Since this is checked in every
 * state, it covers a crash at every moment, of any number of processes.
 */
export class Settling {
  private readonly answers = new Map<string, string | undefined>();
  private readonly rounds = new Map<number, Round>();
  /** Two sweeps, then the check; later three more. The numbers are commands that let the clock advance. */
  private readonly clock: { readonly lease: number; readonly pause: number; readonly rest: number };

  constructor(private readonly system: System) {
    const advance = (ms: number): number => system.terms.commands.numberOf({ name: 'clock.advance', args: { ms } });
    this.clock = { lease: advance(LEASE_MS + SWEEP_PAUSE_MS), pause: advance(SWEEP_PAUSE_MS), rest: advance(1_000) };
  }

  /** The rule that the store breaks at lease + 5 s, or for good; commands on the way are lost, or arrive late. */
  async broken(state: GlobalState): Promise<string | undefined> {
    const late = commandsOnTheWay(state);
    return (
      (await this.once(`${state.store}`, state.store, [])) ??
      (late.length === 0 ? undefined : await this.once(`${state.store}~${late.join('.')}`, state.store, late))
    );
  }

  private async once(key: string, store: number, late: readonly number[]): Promise<string | undefined> {
    if (this.answers.has(key)) return this.answers.get(key);
    const broken = await this.settle(store, late);
    this.answers.set(key, broken);
    return broken;
  }

  private async settle(from: number, late: readonly number[]): Promise<string | undefined> {
    const { lease, pause, rest } = this.clock;
    const first = await this.sweepAfter(from, lease);
    const arrived = late.reduce((round, command) => this.apply(round, command), first);
    const second = await this.sweepAfter(arrived.store, pause);
    const checked = this.apply(second, rest).store;
    const broken =
      first.broken ?? arrived.broken ?? second.broken ?? leftBehind(this.system.stores.valueOf(checked))[0];
    return broken ?? this.afterwards(checked);
  }

  /** Whether, long afterwards, nothing is left to do. */
  private async afterwards(from: number): Promise<string | undefined> {
    let round: Round = { store: from, broken: undefined };
    for (let i = 0; i < 3 && round.broken === undefined; i++)
      round = await this.sweepAfter(round.store, this.clock.lease);
    const end = this.system.stores.valueOf(round.store);
    return round.broken ?? [...brokenRules(end), ...leftBehind(end), ...unsettled(end)][0];
  }

  private apply({ store, broken }: Round, command: number): Round & { readonly answer: number } {
    const effect = this.system.effect(store, command);
    return { ...effect, broken: broken ?? effect.broken };
  }

  /** Lets time pass and every sweep run once. The same store is swept the same way, so it is done once. */
  private async sweepAfter(store: number, clock: number): Promise<Round> {
    const key = store * 3 + Object.values(this.clock).indexOf(clock);
    const known = this.rounds.get(key);
    if (known !== undefined) return known;
    let round: Round = this.apply({ store, broken: undefined }, clock);
    for (const sweep of this.system.finalSweeps) round = await this.sweepOnce(sweep, round);
    this.rounds.set(key, round);
    return round;
  }

  private async sweepOnce(sweep: Behaviour, before: Round): Promise<Round> {
    let round = before;
    let node = await sweep.root();
    while (node.command !== undefined) {
      const { answer, ...after } = this.apply(round, node.command);
      round = after;
      node = sweep.known(node, answer) ?? (await sweep.learn(node, answer));
    }
    const failed = node.outcome?.kind === 'done' ? undefined : `the sweep failed: ${JSON.stringify(node.outcome)}`;
    return { ...round, broken: round.broken ?? failed };
  }
}

/** The store after some steps, and the rule that one of them broke. */
interface Round {
  readonly store: number;
  readonly broken: string | undefined;
}

/** Writes that were sent and not yet applied. */
function commandsOnTheWay({ processes, stragglers }: GlobalState): readonly number[] {
  const sent = processes.flatMap(({ node, answer }) =>
    node?.command === undefined || answer !== undefined || node.reads ? [] : [node.command],
  );
  return [...sent, ...stragglers.map(({ command }) => command)];
}
