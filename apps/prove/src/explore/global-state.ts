import { Action, ActionKind } from './action';
import { Behaviour, BehaviourNode, LOST } from './behaviour';
import { falseRefusal } from '../rules/refusals';
import { stallOf } from './scenario';
import { System } from './system';

/** Where a process is: what it did so far, and the answer that waits for it (undefined: its command is on the way). */
export interface Progress {
  /** undefined: dead. */
  readonly node: BehaviourNode | undefined;
  readonly answer: number | undefined;
}

/** A command that nobody waits for any more, and that may still be applied. */
export interface Straggler {
  readonly process: number;
  readonly command: number;
}

/** The whole system at one moment. */
export interface GlobalState {
  readonly store: number;
  readonly processes: readonly Progress[];
  readonly stragglers: readonly Straggler[];
  readonly crashes: number;
  readonly stalls: number;
  readonly losses: number;
  readonly repeats: number;
}

/**
 * Two states are the same when these texts are: the numbers stand for exact values, nothing is hashed. Of a process
 * that ended only its outcome counts, since it has no future.
 */
export function keyOf({ store, processes, stragglers, crashes, stalls, losses, repeats }: GlobalState): string {
  let key = `${store}|${crashes}${stalls}${losses}${repeats}`;
  for (const { node, answer } of processes) {
    key += `|${node === undefined ? 'x' : (node.ending ?? node.id)}${answer === undefined ? '' : `:${answer}`}`;
  }
  for (const { process, command } of stragglers) key += `~${process}.${command}`;
  return key;
}

/** The state before anything happened: every process is about to send its first command. */
export async function initialState({ scenario, stores, behaviours }: System): Promise<GlobalState> {
  const roots = await Promise.all(behaviours.map((behaviour) => behaviour.root()));
  return {
    store: stores.numberOf(scenario.initial),
    processes: roots.map((node) => ({ node, answer: undefined })),
    stragglers: [],
    ...scenario.mishaps,
  };
}

/** Everything that may happen next, in an order that does not depend on the past. */
export function enabledActions(system: System, state: GlobalState): readonly Action[] {
  const answered = state.processes.findIndex(({ node, answer }) => node?.outcome === undefined && answer !== undefined);
  if (answered >= 0 && !system.scenario.everyPoint) return localActions(state, answered);
  const actions: Action[] = [];
  const add = (kind: ActionKind, at: number, nth = 0): number => actions.push({ kind, at, nth });
  const alive = new Set<number>();
  state.processes.forEach(({ node, answer }, at) => {
    if (node === undefined || node.outcome !== undefined) return;
    add(answer === undefined ? 'apply' : 'deliver', at);
    if (state.losses > 0) add('lose', at);
    if (state.repeats > 0 && answer === undefined && node.repeats) add('repeat', at);
    if (state.crashes > 0 && !alive.has(system.hosts[at] as number)) add('crash', at);
    alive.add(system.hosts[at] as number);
  });
  if (alive.size > 0 && state.stalls > 0) add('stall', 0);
  state.stragglers.forEach(({ process }, index) => {
    add('land', process, state.stragglers.slice(0, index).filter((other) => other.process === process).length);
  });
  return actions;
}

/**
 * What may happen to an answer that waits. Getting it concerns nobody but its process, so it commutes with whatever
 * the others do, and it is enough to explore it at once; dying before it is the same as dying after it with the next
 * command lost on the way.
 */
function localActions({ losses }: GlobalState, at: number): readonly Action[] {
  const deliver: Action = { kind: 'deliver', at, nth: 0 };
  return losses > 0 ? [deliver, { kind: 'lose', at, nth: 0 }] : [deliver];
}

/** Whether nobody has anything left to do. */
export function isOver(state: GlobalState): boolean {
  return state.processes.every(({ node }) => node === undefined || node.outcome !== undefined);
}

/** The state after the action, and the rule that the step itself breaks. */
export interface Step {
  readonly state: GlobalState;
  readonly broken: string | undefined;
}

/** Takes the step. Asynchronous only when production code must run to learn what a process does next. */
export function takeStep(system: System, state: GlobalState, action: Action): Step | Promise<Step> {
  switch (action.kind) {
    case 'apply':
      return applyOf(system, state, action.at);
    case 'deliver':
      return resume(system, state, action.at, state.processes[action.at]?.answer as number);
    case 'lose':
      return loseAnswer(system, state, action.at);
    case 'repeat':
      return repeat(system, state, action.at);
    case 'crash':
      return { state: crash(system, state, action.at), broken: undefined };
    case 'land':
      return land(system, state, action);
    case 'stall':
      return { state: { ...state, ...stall(system, state) }, broken: undefined };
  }
}

function applyOf(system: System, state: GlobalState, at: number): Step {
  const { node } = progressOf(state, at);
  const { store, answer, broken } = system.effect(state.store, node.command as number);
  return { state: { ...state, store, processes: state.processes.with(at, { node, answer }) }, broken };
}

/** The command has its effect, and is still on its way. */
function repeat(system: System, state: GlobalState, at: number): Step {
  const { store, broken } = system.effect(state.store, progressOf(state, at).node.command as number);
  return { state: { ...state, store, repeats: state.repeats - 1 }, broken };
}

function resume(system: System, state: GlobalState, at: number, answer: number): Step | Promise<Step> {
  const { node } = progressOf(state, at);
  const behaviour = system.behaviours[at] as Behaviour;
  const then = (next: BehaviourNode): Step => {
    const processes = state.processes.with(at, { node: next, answer: undefined });
    return { state: { ...state, processes }, broken: refusedFalsely(system, state.store, { at, next }) };
  };
  const known = behaviour.known(node, answer);
  return known === undefined ? behaviour.learn(node, answer).then(then) : then(known);
}

function refusedFalsely({ scenario, stores }: System, store: number, { at, next }: Resumed): string | undefined {
  const process = scenario.processes[at];
  return process && falseRefusal(process, next.outcome, { ...scenario, store: stores.valueOf(store) });
}

/** What a process came to after an answer. */
interface Resumed {
  readonly at: number;
  readonly next: BehaviourNode;
}

/** The process goes on with an error. A command that was not applied yet may still be, later. */
function loseAnswer(system: System, state: GlobalState, at: number): Step | Promise<Step> {
  const { node, answer } = progressOf(state, at);
  const stragglers = answer === undefined ? withStraggler(state.stragglers, at, node) : state.stragglers;
  return resume(system, { ...state, stragglers, losses: state.losses - 1 }, at, LOST);
}

/** All processes of the host are gone; what they had sent may still be applied. */
function crash(system: System, state: GlobalState, at: number): GlobalState {
  let { stragglers } = state;
  const processes = state.processes.map((progress, index): Progress => {
    const { node, answer } = progress;
    if (system.hosts[index] !== system.hosts[at] || node === undefined || node.outcome !== undefined) return progress;
    if (answer === undefined) stragglers = withStraggler(stragglers, index, node);
    return { node: undefined, answer: undefined };
  });
  return { ...state, processes, stragglers, crashes: state.crashes - 1 };
}

function land(system: System, state: GlobalState, { at, nth }: Action): Step {
  const straggler = state.stragglers.filter(({ process }) => process === at)[nth];
  if (straggler === undefined) throw new Error(`process ${at} has no command ${nth} that could still land`);
  const { store, broken } = system.effect(state.store, straggler.command);
  return { state: { ...state, store, stragglers: state.stragglers.filter((other) => other !== straggler) }, broken };
}

/** The clock goes to the very end of the leases that were opened last: the instant at which lease and expiry meet. */
function stall(system: System, { store, stalls }: GlobalState): Pick<GlobalState, 'store' | 'stalls'> {
  const command = system.terms.commands.numberOf({ name: 'clock.advance', args: { ms: stallOf(system.scenario) } });
  return { store: system.effect(store, command).store, stalls: stalls - 1 };
}

function withStraggler(stragglers: readonly Straggler[], process: number, node: BehaviourNode): readonly Straggler[] {
  if (node.reads) return stragglers;
  const added = [...stragglers, { process, command: node.command as number }];
  return added.sort((a, b) => a.process - b.process);
}

function progressOf(state: GlobalState, at: number): Progress & { readonly node: BehaviourNode } {
  const progress = state.processes[at];
  if (progress?.node === undefined || progress.node.outcome !== undefined) throw new Error(`process ${at} has ended`);
  return { ...progress, node: progress.node };
}
