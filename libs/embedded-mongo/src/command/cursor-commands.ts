import { Long } from 'bson';
import type { DocumentStream } from '../cursor/document-stream';
import { fault } from '../errors';
import type { Pausable } from '../query/ordered';
import type { Engine } from '../server/engine';
import { encode, isLong, isNumber, toNumber, type Doc } from '../values';
import { cursorReply } from '../wire/cursor-reply';
import type { Command, CommandContext, Reply } from './command';

/** The size of a first batch that does not name one, as in MongoDB. */
const DEFAULT_BATCH = 101;

/** How the first batch is made; `keepOpen` false: what does not fit is left out. */
export interface BatchOptions {
  readonly batchSize: number | undefined;
  readonly keepOpen: boolean;
}

/** The first batch of a query, and a cursor for the rest when there is one. */
export function* firstBatch(
  engine: Engine,
  namespace: string,
  stream: DocumentStream,
  options: BatchOptions,
): Pausable<Reply> {
  const count = options.batchSize ?? DEFAULT_BATCH;
  const taken = count === 0 ? { documents: [], isExhausted: false } : yield* stream.take(count);
  const cursorId = taken.isExhausted || !options.keepOpen ? 0n : engine.cursors.add(namespace, stream);
  return cursorReply({ name: 'firstBatch', documents: taken.documents, cursorId, namespace });
}

/** All of a short list as one batch, for listCollections and its like. */
export function listReply(namespace: string, docs: readonly Doc[]): Reply {
  return cursorReply({ name: 'firstBatch', documents: docs.map(encode), cursorId: 0n, namespace });
}

/** @throws MongoServerFault 2 for a negative size */
export function readBatchSize(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isNumber(value)) throw fault('TypeMismatch', 'batchSize is the wrong type, expected a number');
  const size = Math.trunc(toNumber(value));
  if (size < 0) throw fault('BadValue', `batchSize must be >= 0, but got ${size}`);
  return size;
}

function* getMore({ engine, args }: CommandContext): Pausable<Reply> {
  const namespace = `${args.database}.${args.text('collection')}`;
  const cursor = engine.cursors.get(cursorId(args.body['getMore']), namespace);
  if (cursor.isBusy) throw fault('CursorNotFound', `cursor id ${cursor.id} is already in use`);
  const size = readBatchSize(args.body['batchSize']) || Infinity;
  cursor.isBusy = true;
  try {
    const { documents, isExhausted } = yield* cursor.stream.take(size);
    if (isExhausted) engine.cursors.remove(cursor.id);
    return cursorReply({ name: 'nextBatch', documents, cursorId: isExhausted ? 0n : cursor.id, namespace });
  } catch (error) {
    engine.cursors.remove(cursor.id);
    throw error;
  } finally {
    cursor.isBusy = false;
    cursor.lastUsed = Date.now();
  }
}

function killCursors({ engine, args }: CommandContext): Doc {
  const ids = (args.array('cursors') ?? []).map(cursorId);
  const killed = ids.filter((id) => engine.cursors.remove(id));
  const asLongs = (list: readonly bigint[]) => list.map((id) => Long.fromBigInt(id));
  return {
    cursorsKilled: asLongs(killed),
    cursorsNotFound: asLongs(ids.filter((id) => !killed.includes(id))),
    cursorsAlive: [],
    cursorsUnknown: [],
    ok: 1.0,
  };
}

function cursorId(value: unknown): bigint {
  if (isLong(value)) return value.toBigInt();
  if (isNumber(value)) return BigInt(Math.trunc(toNumber(value)));
  throw fault('TypeMismatch', 'a cursor id is a long');
}

export const CURSOR_COMMANDS: Readonly<Record<string, Command>> = {
  getMore: { fields: ['collection', 'batchSize', 'term'], run: getMore },
  killCursors: { fields: ['cursors'], run: killCursors },
};
