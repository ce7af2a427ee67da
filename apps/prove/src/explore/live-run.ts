import { AsyncLocalStorage } from 'node:async_hooks';
import { applyCommand, Command, Send } from '../model/commands';
import { Ids } from '../model/ports';
import { StoreState } from '../model/store-state';
import { brokenAnswers } from '../rules/answers';
import { leftBehind, nobodyWon, unsettled } from '../rules/ends';
import { readTwice } from '../rules/events';
import { falseRefusal } from '../rules/refusals';
import { brokenMoves } from '../rules/moves';
import { brokenRules } from '../rules/states';
import { Action, ActionKind } from './action';
import { quiet } from './behaviour';
import { LiveCommands } from './live-commands';
import { Outcome, outcomeOf } from './outcome';
import { Scenario, stallOf } from './scenario';
import { LEASE_MS, Services, wire } from './services';
import { AS_SHIPPED, finalSweepsOf, idsOf, portsOf, Subject } from './system';

/** What one step of a live run did, for people to read. */
export interface LiveStep {
  readonly action: Action;
  readonly command: Command | undefined;
  readonly answer: unknown;
}

/**
 * Runs a scenario for real, step by step: all processes at once, in one instance of every service, as in one server.
 * The search runs each process alone; this run shows that they do the same together.
 */
export class LiveRun {
  store: StoreState;
  readonly outcomes: (Outcome | undefined)[];
  readonly commands = new LiveCommands();
  /** The first rule that was broken. */
  broken: string | undefined;
  private readonly current = new AsyncLocalStorage<number>();
  private readonly ids: readonly Ids[];
  private readonly servicesOf: (at: number) => Services;
  /** Processes whose outcomes were judged. */
  private readonly judged = new Set<number>();
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
          if (!this.commands.isDead(at)) this.outcomes[at] = outcome;
        }),
      );
    });
    await quiet();
    this.judge();
  }

  /** Takes one step and judges what it led to. */
  async take(action: Action): Promise<LiveStep> {
    const step = this.act(action);
    await quiet();
    this.judge();
    return step;
  }

  /** Stops everything and runs only sweeps: once with all commands on the way lost, once with them applied late. */
  async settle(): Promise<void> {
    const late = this.commands.stop();
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
      changeId: () => (this.ids[this.at] as Ids).changeId(),
      actId: () => (this.ids[this.at] as Ids).actId(),
      switchId: () => (this.ids[this.at] as Ids).switchId(),
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
    return this.commands.send(at, command);
  }

  private act(action: Action): LiveStep {
    const { kind, at, nth } = action;
    if (kind !== 'apply' && kind !== 'deliver') this.isCalm = false;
    if (kind === 'stall') return { action, command: undefined, answer: this.advance() };
    const command = kind === 'land' ? this.commands.takeLate(at, nth) : this.commands.commandOf(at);
    if (command === undefined) throw new Error(`process ${at} has nothing to ${kind}`);
    return { action, command, answer: this.carryOut(kind, at, command) };
  }

  /** @returns what the store answers, or answered before */
  private carryOut(kind: Exclude<ActionKind, 'stall'>, at: number, command: Command): unknown {
    const before = this.commands.answerTo(at);
    switch (kind) {
      case 'land':
      case 'repeat':
        return this.apply(command);
      case 'apply':
        this.commands.answer(at, this.apply(command));
        return this.commands.answerTo(at);
      case 'deliver':
        this.commands.deliver(at);
        return before;
      case 'lose':
        this.commands.lose(at);
        return before;
      case 'crash':
        this.crash(at);
        return before;
    }
  }

  /** Kills all processes on the host that are still under way. */
  private crash(at: number): void {
    const hostOf = (index: number): string | undefined =>
      this.scenario.processes[index]?.host ?? this.scenario.processes[index]?.name;
    this.scenario.processes.forEach((_, index) => {
      if (hostOf(index) === hostOf(at) && this.commands.commandOf(index) !== undefined) this.commands.kill(index);
    });
  }

  private advance(): unknown {
    return this.apply({ name: 'clock.advance', args: { ms: stallOf(this.scenario) } });
  }

  private async sweepAfter(ms: number): Promise<void> {
    this.apply({ name: 'clock.advance', args: { ms } });
    const services = this.servicesOf(this.scenario.processes.length);
    for (const sweep of finalSweepsOf(this.scenario)) await sweep(services);
  }

  private apply(command: Command): unknown {
    const [after, answer] = applyCommand(this.subject.commands, this.store, command);
    this.broken ??= brokenMoves(this.store, after, command)[0];
    this.store = after;
    return answer;
  }

  private judge(): void {
    this.judgeRefusals();
    this.broken ??= brokenRules(this.store)[0] ?? brokenAnswers(this.scenario, this.store, this.outcomes)[0];
    const areAllAnswered = this.outcomes.every((outcome) => outcome !== undefined);
    if (!this.isCalm || !areAllAnswered) return;
    if (this.scenario.oneMustWin) this.broken ??= nobodyWon(this.scenario, this.outcomes)[0];
    this.broken ??= readTwice(this.store)[0];
  }

  /** A refusal is judged by the store at the moment at which it is told. */
  private judgeRefusals(): void {
    this.scenario.processes.forEach((process, at) => {
      if (this.outcomes[at] === undefined || this.judged.has(at)) return;
      this.judged.add(at);
      this.broken ??= falseRefusal(process, this.outcomes[at], { ...this.scenario, store: this.store });
    });
  }
}
