import { fault, MongoServerFault } from '../errors';
import type { Pausable } from '../query/ordered';
import type { Engine } from '../server/engine';
import type { Job, Scheduler } from '../server/scheduler';
import { storageFault, StorageFault } from '../storage/storage-fault';
import { decode, encode, fieldName, type Doc } from '../values';
import { EncodedReply } from '../wire/cursor-reply';
import type { WireCommand } from '../wire/message';
import { Arguments } from './arguments';
import type { CommandContext, ConnectionFacts, Reply } from './command';
import { COMMANDS } from './commands';

/** Turns what comes over the wire into jobs, and what comes out of them into replies. */
export class Dispatcher {
  private readonly counts = new Map<string, number>();

  constructor(
    private readonly engine: Engine,
    private readonly scheduler: Scheduler,
    private readonly log: (line: string) => void,
  ) {}

  /** How often each command was run. */
  get commandCounts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.counts);
  }

  readonly dispatch = (command: WireCommand, connection: ConnectionFacts, reply: (body: Uint8Array) => void): void => {
    try {
      this.scheduler.submit({ ...this.job(command, connection), done: (outcome) => reply(this.answer(outcome)) });
    } catch (error) {
      reply(this.answer({ error }));
    }
  };

  private job(command: WireCommand, connection: ConnectionFacts): Omit<Job<Reply>, 'done'> {
    const body = decode(command.body);
    const name = fieldName(Object.keys(body)[0] ?? '');
    const definition = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!definition) throw fault('CommandNotFound', `no such command: '${name}'`);
    if (command.legacy && !/^(hello|ismaster)$/i.test(name)) {
      throw new MongoServerFault(352, 'UnsupportedOpQueryCommand', `Unsupported OP_QUERY command: ${name}`);
    }
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    const args = new Arguments(name, body);
    const { sequences } = command;
    const maxTime = args.number('maxTimeMS') ?? 0;
    if (maxTime < 0) throw fault('BadValue', 'maxTimeMS must be non-negative');
    return {
      task: run(definition.run, () => {
        if (!command.legacy) args.check([...definition.fields, ...sequences.keys()].filter((it) => it !== name));
        return { engine: this.engine, args, sequences, now: new Date(), connection };
      }),
      ...(maxTime > 0 && { deadline: performance.now() + maxTime }),
    };
  }

  private answer(outcome: { readonly value: Reply } | { readonly error: unknown }): Uint8Array {
    if ('error' in outcome) return encode(this.errorReply(outcome.error));
    return outcome.value instanceof EncodedReply ? outcome.value.bytes : this.encodeReply(outcome.value);
  }

  private encodeReply(reply: Doc): Uint8Array {
    try {
      return encode(reply);
    } catch (error) {
      return encode(this.errorReply(error));
    }
  }

  private errorReply(error: unknown): Doc {
    if (error instanceof MongoServerFault) {
      return { ok: 0, errmsg: error.message, code: error.code, codeName: error.codeName, ...error.extra };
    }
    const trouble = error instanceof StorageFault ? error : storageFault(error, this.engine.store.file);
    if (trouble) {
      this.log(trouble.message);
      return { ok: 0, errmsg: trouble.message, ...STORAGE_CODES[trouble.reason] };
    }
    this.log(`Internal error: ${error instanceof Error ? error.stack : String(error)}`);
    return { ok: 0, errmsg: 'internal error of the embedded database', code: 1, codeName: 'InternalError' };
  }
}

const BROKEN = { code: 8000, codeName: 'StorageError' };
const STORAGE_CODES: Readonly<Record<StorageFault['reason'], Doc>> = {
  full: { code: 14031, codeName: 'OutOfDiskSpace' },
  corrupt: { code: 39, codeName: 'FileStreamFailed' },
  'in-use': BROKEN,
  'newer-schema': BROKEN,
  'not-ours': BROKEN,
  'commit-failed': BROKEN,
  io: { code: 39, codeName: 'FileStreamFailed' },
};

/** Runs a command with or without pauses as a task; its arguments are checked when its turn comes. */
function* run(
  command: (context: CommandContext) => Reply | Pausable<Reply>,
  open: () => CommandContext,
): Pausable<Reply> {
  const result = command(open());
  return Symbol.iterator in result ? yield* result as Pausable<Reply> : (result as Reply);
}
