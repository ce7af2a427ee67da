import { Applied, BOOKING_COMMANDS } from './booking-commands';
import { BLOCK_COMMANDS } from './block-commands';
import { HOLD_COMMANDS } from './hold-commands';
import { EVENT_COMMANDS } from './event-commands';
import { SEAT_COMMANDS } from './seat-commands';
import { SHOW_COMMANDS } from './show-commands';
import { SWITCH_COMMANDS } from './switch-commands';
import { TICKET_COMMANDS } from './ticket-commands';
import { StoreState } from './store-state';

/** Every command that the store knows. One command is one atomic step, as one command of a database is. */
export const COMMANDS = {
  ...BLOCK_COMMANDS,
  ...BOOKING_COMMANDS,
  ...EVENT_COMMANDS,
  ...HOLD_COMMANDS,
  ...SEAT_COMMANDS,
  ...SHOW_COMMANDS,
  ...SWITCH_COMMANDS,
  ...TICKET_COMMANDS,
  /** Time passes. */
  'clock.advance': (state: StoreState, { ms }: { ms: number }): Applied<null> => [
    { ...state, now: state.now + ms },
    null,
  ],
};

export type Commands = typeof COMMANDS;
export type CommandName = keyof Commands;
export type Arguments<Name extends CommandName> = Parameters<Commands[Name]>[1];
export type Answer<Name extends CommandName> = ReturnType<Commands[Name]>[1];

/** A command on its way to the store. */
export interface Command<Name extends CommandName = CommandName> {
  readonly name: Name;
  readonly args: Arguments<Name>;
}

/** Sends a command; the schedule decides when and how the promise settles. */
export type Send = <Name extends CommandName>(name: Name, args: Arguments<Name>) => Promise<Answer<Name>>;

/** Applies one command. */
export function applyCommand(commands: Commands, state: StoreState, { name, args }: Command): Applied<unknown> {
  return commands[name](state, args as never);
}

/** Whether the command only reads: one that is lost or late then leaves no trace. */
export function onlyReads({ name }: Command): boolean {
  return /\.(find|count)/.test(name);
}

/** Whether the driver may send the command again after a broken connection, to a server that does not remember the first. */
export function mayRepeat(command: Command): boolean {
  return !onlyReads(command);
}

/** The answer that never came: the command may or may not have been applied, or may be later. */
export class AnswerLost extends Error {
  constructor(command: string) {
    super(`no answer to ${command}`);
    this.name = 'AnswerLost';
  }
}
