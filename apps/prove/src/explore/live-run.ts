import { AsyncLocalStorage } from 'node:async_hooks';
import { AnswerLost, applyCommand, Command, onlyReads, Send } from '../model/commands';
import { Ids } from '../model/ports';
import { StoreState } from '../model/store-state';
import { brokenAnswers } from '../rules/answers';
import { leftBehind, nobodyWon, unsettled } from '../rules/ends';
import { brokenMoves } from '../rules/moves';
import { brokenRules } from '../rules/states';
import { Action } from './action';
import { quiet } from './behaviour';
import { Outcome, outcomeOf } from './outcome';
import { Scenario } from './scenario';
import { LEASE_MS, Services, wire } from './services';
import { AS_SHIPPED, idsOf, portsOf, Subject, sweepBookings, sweepShows } from './system';

/** A command that was sent, and how its sender goes on. */
interface Sent {
  readonly command: Command;
  /** Once the store has applied it. */
  readonly answer?: { readonly value: unknown };
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

/** What one step of a live run did, for the eye. */
export interface LiveStep {
  readonly action: Action;
  readonly command: Command | undefined;
  readonly answer: unknown;
}

/**
 * Runs a scenario for real, step by step: all processes at once, in one instance of every service, as in one server.
 * The search learns each process alone; this run shows that they do the same together.
 */
export class LiveRun {
  store: StoreState;
  readonly outcomes: (Outcome | undefined)[];
  /** The first rule that was broken. */
  broken: string | undefined;
  private readonly current = new AsyncLocalStorage<number>();
  private readonly ids: readonly Ids[];
  private readonly servicesOf: (at: number) => Services;
  private readonly waiting = new Map<number, Sent>();
  private readonly stragglers: { readonly process: number; readonly command: Command }[] = [];
  private readonly dead = new Set<number>();
  /** Nothing went wrong so far. */
  private isCalm = true;

  constructor(
    readonly scenario: Scenario,
    readonly subject: Subject = AS_SHIPPED,
  ) {
    this.store = scenario.initial;
    this.outcomes = scenario.processes.map(() => undefined);
    this.ids = [...scenario.processes, ...scenario.processes].map((_, index) => idsOf(index)());
    const shared = this.servicesOfOne();
    // A server keeps a show in memory for a second of real time, which the model cannot see: one server each, then.
    const own = scenario.constantShows ? undefined : scenario.processes.map(() => this.servicesOfOne());
    this.servicesOf = (at) => own?.[at] ?? shared;
  }

  /** Starts every process; each stops at its first command. */
  async start(): Promise<void> {
    this.scenario.processes.forEach(({ run }, at) => {
      void this.current.run(at, () =>
        outcomeOf(() => run(this.servicesOf(at))).then((outcome) => {
          if (!this.dead.has(at)) this.outcomes[at] = outcome;
        }),
      );
    });
    await quiet();
    this.judge();
  }

  /** Takes one step and judges what it led to. */
  async take(action: Action): Promise<LiveStep> {
    const sent = this.waiting.get(action.at);
    const step = this.act(action, sent);
    await quiet();
    this.judge();
    return step;
  }

  /** What may happen next, whatever the mishaps allow. */
  choices(): readonly Action[] {
    const actions: Action[] = [];
    for (const [at, { answer }] of [...this.waiting].sort(([a], [b]) => a - b)) {
      actions.push({ kind: answer === undefined ? 'apply' : 'deliver', at, nth: 0 });
    }
    return actions;
  }

  /** Mishaps that may happen now. */
  mishaps(): readonly Action[] {
    const running = [...this.waiting.keys()].sort();
    const late = this.stragglers.map(({ process }, i): Action => {
      return {
        kind: 'land',
        at: process,
        nth: this.stragglers.slice(0, i).filter((s) => s.process === process).length,
      };
    });
    const each = running.flatMap((at): Action[] => [
      { kind: 'lose', at, nth: 0 },
      { kind: 'crash', at, nth: 0 },
    ]);
    return [...each, { kind: 'stall', at: 0, nth: 0 }, ...late];
  }

  /** Everything stops here and only sweeps run: once with all commands on the way lost, once with them landing late. */
  async settle(): Promise<void> {
    const late = [...this.waiting].flatMap(([at, { command, answer }]) => {
      this.dead.add(at);
      return answer === undefined && !onlyReads(command) ? [command] : [];
    });
    late.push(...this.stragglers.map(({ command }) => command));
    this.waiting.clear();
    const stopped = this.store;
    for (const landing of [[], late]) {
      this.store = stopped;
      await this.settleOnce(landing);
    }
  }

  /** Two sweeps, then the check at lease + 5 s; three more, then the check for good. */
  private async settleOnce(landing: readonly Command[]): Promise<void> {
    await this.sweepAfter(LEASE_MS + 2_000);
    for (const command of landing) this.apply(command);
    await this.sweepAfter(2_000);
    this.apply({ name: 'clock.advance', args: { ms: 1_000 } });
    this.broken ??= leftBehind(this.store)[0];
    for (let round = 0; round < 3; round++) await this.sweepAfter(LEASE_MS + 2_000);
    this.broken ??= [...leftBehind(this.store), ...unsettled(this.store)][0];
    this.judge();
  }

  private servicesOfOne(): Services {
    const send: Send = (name, args) => this.send({ name, args });
    const ports = portsOf(this, send, {
      bookingId: () => (this.ids[this.at] as Ids).bookingId(),
      show: () => (this.ids[this.at] as Ids).show(),
    });
    return wire(this.subject.production, ports);
  }

  private get at(): number {
    return this.current.getStore() ?? this.scenario.processes.length;
  }

  private send(command: Command): Promise<never> {
    const at = this.at;
    if (at === this.scenario.processes.length) return Promise.resolve(this.apply(command)) as Promise<never>;
    if (this.dead.has(at)) return new Promise(() => undefined);
    if (this.waiting.has(at)) throw new Error(`process ${at} sent two commands at once`);
    return new Promise((resolve, reject) => this.waiting.set(at, { command, resolve, reject }));
  }

  private act(action: Action, sent: Sent | undefined): LiveStep {
    const { kind, at } = action;
    if (kind !== 'apply' && kind !== 'deliver') this.isCalm = false;
    if (kind === 'stall') return { action, command: undefined, answer: this.advance() };
    if (kind === 'land') return this.land(action);
    if (sent === undefined) throw new Error(`process ${at} has nothing to ${kind}`);
    const { command, answer } = sent;
    if (kind === 'apply') {
      const value = this.apply(command);
      this.waiting.set(at, { ...sent, answer: { value } });
      return { action, command, answer: value };
    }
    if (kind === 'repeat') return { action, command, answer: this.apply(command) };
    if (kind === 'crash') this.crash(at);
    else this.resume(at, sent, kind === 'lose');
    return { action, command, answer: answer?.value };
  }

  private resume(at: number, { command, answer, resolve, reject }: Sent, isLost: boolean): void {
    this.waiting.delete(at);
    if (isLost && answer === undefined) this.addStraggler(at, command);
    if (isLost) reject(new AnswerLost(command.name));
    else resolve(structuredClone(answer?.value) as never);
  }

  private crash(at: number): void {
    const hostOf = (index: number): string | undefined =>
      this.scenario.processes[index]?.host ?? this.scenario.processes[index]?.name;
    for (const [index, { command, answer }] of [...this.waiting]) {
      if (hostOf(index) !== hostOf(at)) continue;
      this.dead.add(index);
      this.waiting.delete(index);
      if (answer === undefined) this.addStraggler(index, command);
    }
  }

  private land(action: Action): LiveStep {
    const late = this.stragglers.filter(({ process }) => process === action.at)[action.nth];
    if (late === undefined) throw new Error(`process ${action.at} has no command that could still land`);
    this.stragglers.splice(this.stragglers.indexOf(late), 1);
    return { action, command: late.command, answer: this.apply(late.command) };
  }

  private addStraggler(process: number, command: Command): void {
    if (!onlyReads(command)) this.stragglers.push({ process, command });
  }

  private advance(): unknown {
    return this.apply({ name: 'clock.advance', args: { ms: LEASE_MS } });
  }

  private async sweepAfter(ms: number): Promise<void> {
    this.apply({ name: 'clock.advance', args: { ms } });
    const services = this.servicesOf(this.scenario.processes.length);
    await sweepBookings(services);
    await sweepShows(services);
  }

  private apply(command: Command): unknown {
    const [after, answer] = applyCommand(this.subject.commands, this.store, command);
    this.broken ??= brokenMoves(this.store, after, command)[0];
    this.store = after;
    return answer;
  }

  private judge(): void {
    this.broken ??= brokenRules(this.store)[0] ?? brokenAnswers(this.scenario, this.store, this.outcomes)[0];
    const areAllAnswered = this.outcomes.every((outcome) => outcome !== undefined);
    if (this.isCalm && areAllAnswered && this.scenario.oneMustWin) {
      this.broken ??= nobodyWon(this.scenario, this.outcomes)[0];
    }
  }
}
