import { MongoServerFault } from '../errors';
import type { Pausable } from '../query/ordered';
import { StorageFault } from '../storage/storage-fault';
import { decode, isDoc, type Doc } from '../values';
import type { CommandContext } from './command';
import { MAX_WRITE_BATCH } from './hello';

/** The statements of a write command: in its body or beside it. */
export function statements({ args, sequences }: CommandContext, field: string): readonly (Doc | Uint8Array)[] {
  if (!sequences.has(field) && !args.has(field)) throw missingField(`${args.command}.${field}`);
  const found = sequences.get(field) ?? args.docs(field);
  if (found.length >= 1 && found.length <= MAX_WRITE_BATCH) return found;
  const message = `Write batch sizes must be between 1 and ${MAX_WRITE_BATCH}. Got ${found.length} operations.`;
  throw new MongoServerFault(16, 'InvalidLength', message);
}

export const asDoc = (statement: Doc | Uint8Array): Doc =>
  statement instanceof Uint8Array ? decode(statement) : statement;

/**
 * Runs statements one after the other; an error stops the rest when they are `ordered`. The answer is the list of
 * errors as the reply shows them.
 */
export function* runStatements<T>(
  items: readonly T[],
  ordered: boolean,
  run: (item: T, index: number) => Pausable<void> | void,
): Pausable<Doc[]> {
  const errors: Doc[] = [];
  for (const [index, item] of items.entries()) {
    try {
      const task = run(item, index);
      if (task) yield* task;
    } catch (error) {
      errors.push(writeError(index, error));
      if (ordered) return errors;
    }
    yield;
  }
  return errors;
}

/** Only what MongoDB would blame on the statement; trouble with the storage ends the whole command. */
function writeError(index: number, error: unknown): Doc {
  if (!(error instanceof MongoServerFault) || error instanceof StorageFault) throw error;
  return { index, code: error.code, errmsg: error.message, ...error.extra };
}

/** The part of a write's reply that is there only after errors. */
export const writeErrors = (errors: readonly Doc[]): Doc => (errors.length > 0 ? { writeErrors: errors } : {});

/** Checks the shape of a statement, which MongoDB does for all of them before it runs the first. @throws 40414, 40415 */
export function checkStatement(name: string, statement: Doc, fields: readonly string[]): void {
  for (const field of Object.keys(statement)) {
    if (fields.includes(field)) continue;
    throw new MongoServerFault(40415, 'Location40415', `BSON field '${name}.${field}' is an unknown field.`);
  }
  if (!isDoc(statement['q'])) throw missingField(`${name}.q`);
}

/** The error of a required field that is not there. */
export const missingField = (field: string): MongoServerFault =>
  new MongoServerFault(40414, 'Location40414', `BSON field '${field}' is missing but a required field`);
