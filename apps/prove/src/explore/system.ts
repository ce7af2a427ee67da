import { Command, COMMANDS, Commands, applyCommand, Send } from '../model/commands';
import { Ids, modelPorts, Ports } from '../model/ports';
import { StoreState } from '../model/store-state';
import { brokenMoves } from '../rules/moves';
import { Behaviour, Terms } from './behaviour';
import { Interner } from './interner';
import { Outcome, outcomeOf } from './outcome';
import { ProcessSpec, Scenario } from './scenario';
import { PRODUCTION, Production, Services, wire } from './services';

/** The code under proof: the services, and the commands of the store, where the rules of the filters live. */
export interface Subject {
  readonly production: Production;
  readonly commands: Commands;
  /** The ports as changed by a planted bug. */
  readonly ports?: (ports: Ports) => Ports;
}

export const AS_SHIPPED: Subject = { production: PRODUCTION, commands: COMMANDS };

/** What one command does to one state of the store. */
export interface Effect {
  readonly store: number;
  readonly answer: number;
  /** The rule that this step breaks. */
  readonly broken: string | undefined;
}

/** A scenario with its subject, ready to be stepped: states, commands and answers as numbers, and what is known of them. */
export class System {
  readonly stores = new Interner<StoreState>();
  readonly terms: Terms = { commands: new Interner<Command>(), answers: new Interner<unknown>() };
  readonly behaviours: readonly Behaviour[];
  /** The sweeps as they run after everything has happened. */
  readonly finalSweeps: readonly Behaviour[];
  /** The hosts, by process: processes with the same number die together. */
  readonly hosts: readonly number[];
  private readonly effects: Map<number, Effect>[] = [];

  constructor(
    readonly scenario: Scenario,
    readonly subject: Subject = AS_SHIPPED,
  ) {
    const names = [...new Set(scenario.processes.map(hostOf))];
    this.hosts = scenario.processes.map((process) => names.indexOf(hostOf(process)));
    this.behaviours = scenario.processes.map(({ run }, index) => this.behaviour(run, idsOf(index)));
    this.finalSweeps = finalSweepsOf(scenario).map((run) => this.behaviour(run, idsOf(scenario.processes.length)));
  }

  /** What the command does in this state; computed once. */
  effect(store: number, command: number): Effect {
    const known = (this.effects[store] ??= new Map<number, Effect>()).get(command);
    if (known !== undefined) return known;
    const before = this.stores.valueOf(store);
    const what = this.terms.commands.valueOf(command);
    const [after, answer] = applyCommand(this.subject.commands, before, what);
    const effect: Effect = {
      store: this.stores.numberOf(after),
      answer: this.terms.answers.numberOf(answer),
      broken: brokenMoves(before, after, what)[0],
    };
    this.effects[store]?.set(command, effect);
    return effect;
  }

  private behaviour(run: (services: Services) => Promise<Outcome>, newIds: () => Ids): Behaviour {
    const start = (send: Send): Promise<Outcome> => {
      const ports = portsOf(this, send, newIds());
      return outcomeOf(() => run(wire(this.subject.production, ports)));
    };
    return new Behaviour(start, this.terms);
  }
}

const FINAL_SWEEPS: readonly ((services: Services) => Promise<Outcome>)[] = [
  sweepBookings,
  sweepCreations,
  sweepCancelledShows,
];

/** The sweeps that run after everything has happened; the outbox only if there are readers. */
export function finalSweepsOf({ initial }: Pick<Scenario, 'initial'>): typeof FINAL_SWEEPS {
  if (Object.values(initial.shows).some(({ planId }) => planId !== undefined)) return [...FINAL_SWEEPS, sweepSwitches];
  return initial.read === undefined ? FINAL_SWEEPS : [...FINAL_SWEEPS, handOver];
}

/** One round of the sweep of bookings. */
export async function sweepBookings({ bookingSweep }: Services): Promise<Outcome> {
  await bookingSweep.run({ isSpent: false });
  return { kind: 'done' };
}

/** One round of the sweep of switches. */
export async function sweepSwitches({ switchSweep }: Services): Promise<Outcome> {
  await switchSweep.run({ isSpent: false });
  return { kind: 'done' };
}

/** One round of the outbox. */
export async function handOver({ outbox }: Services): Promise<Outcome> {
  await outbox.run({ isSpent: false });
  return { kind: 'done' };
}

/** One round of the sweep of creations. */
export async function sweepCreations({ creationSweep }: Services): Promise<Outcome> {
  await creationSweep.run({ isSpent: false });
  return { kind: 'done' };
}

/** One round of the sweep of cancelled shows. */
export async function sweepCancelledShows({ showCancelSweep }: Services): Promise<Outcome> {
  await showCancelSweep.run({ isSpent: false });
  return { kind: 'done' };
}

function hostOf({ host, name }: ProcessSpec): string {
  return host ?? name;
}

/** Ids of what the process at `index` makes; `9` begins a switch, `a` a block, `b` a booking, `d` a show, and the process follows. */
export function idsOf(index: number): () => Ids {
  const maker = index.toString(16);
  return () => {
    let [made, changes, acts, switches] = [0, 0, 0, 0];
    return {
      bookingId: () => `b${maker}${made++}`.padEnd(24, '0'),
      changeId: () => `f${maker}${changes++}`.padEnd(24, '0'),
      switchId: () => `9${maker}${switches++}`.padEnd(24, '0'),
      actId: () => `a${maker}${acts++}`.padEnd(24, '0'),
      show: () => ({ id: `d${maker}`.padEnd(24, '0'), seatPrefix: `e${maker}`.padEnd(16, '0') }),
    };
  };
}

/** The process that made the booking, or the block. */
export function makerOf(id: string): number {
  return Number.parseInt(id.charAt(1), 16);
}

/** The ports of one process. */
export function portsOf({ scenario, subject }: Pick<System, 'scenario' | 'subject'>, send: Send, ids: Ids): Ports {
  const ports = modelPorts(scenario.constantShows ? constantShows(send, scenario) : send, ids, scenario.initial);
  return subject.ports?.(ports) ?? ports;
}

/** Reads of a show that never changes are answered at once, since they commute with every other step. */
function constantShows(send: Send, { initial }: Scenario): Send {
  return (name, args) => {
    if (name !== 'shows.findById') return send(name, args);
    return Promise.resolve(COMMANDS[name](initial, args as never)[1]) as never;
  };
}
