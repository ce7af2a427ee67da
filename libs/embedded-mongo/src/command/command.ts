import type { Engine } from '../server/engine';
import type { Pausable } from '../query/ordered';
import type { Doc } from '../values';
import type { EncodedReply } from '../wire/cursor-reply';
import type { Arguments } from './arguments';

export type Reply = Doc | EncodedReply;

/** What a command is run with. */
export interface CommandContext {
  readonly engine: Engine;
  readonly args: Arguments;
  /** Documents that came beside the command's body, by field, as BSON. */
  readonly sequences: ReadonlyMap<string, readonly Uint8Array[]>;
  /** The time of the command's start: `$$NOW`, `$currentDate`. */
  readonly now: Date;
  readonly connection: ConnectionFacts;
}

export interface ConnectionFacts {
  readonly id: number;
  /** The peer came through the Unix socket, which only the owner of the data may open. */
  readonly isUnixSocket: boolean;
}

/** A command: the fields it has besides the generic ones, and what it does, at once or with pauses. */
export interface Command {
  readonly fields: readonly string[];
  readonly run: (context: CommandContext) => Reply | Pausable<Reply>;
}
