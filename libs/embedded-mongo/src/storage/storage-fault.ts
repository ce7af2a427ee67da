/** Why the database cannot be opened or cannot go on. `message` is one line for the operator. */
export class StorageFault extends Error {
  constructor(
    readonly reason: 'in-use' | 'newer-schema' | 'not-ours' | 'corrupt' | 'full' | 'commit-failed' | 'io',
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = 'StorageFault';
  }
}

/** SQLite's primary result codes that mean trouble with the file rather than with a statement. */
const RESULT = {
  busy: 5,
  locked: 6,
  readOnly: 8,
  ioError: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notADatabase: 26,
};

/** The primary SQLite result code of an error thrown by node:sqlite, or undefined for any other error. */
export function sqliteResult(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return undefined;
  if (typeof error.errcode !== 'number') return undefined;
  return error.errcode & 0xff;
}

/** An error's text. Not by `instanceof`: node:sqlite's errors may come from another realm. */
export function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}

/** Names the trouble behind an SQLite error; undefined when the error is not one of the storage. */
export function storageFault(error: unknown, file: string): StorageFault | undefined {
  const text = messageOf(error);
  switch (sqliteResult(error)) {
    case RESULT.busy:
    case RESULT.locked:
      return new StorageFault('in-use', `The database ${file} is in use by another process.`, error);
    case RESULT.full:
      return new StorageFault('full', `No space left for the database ${file}: ${text}.`, error);
    case RESULT.corrupt:
    case RESULT.notADatabase:
      return new StorageFault('corrupt', `The database ${file} is damaged: ${text}. Restore it from a backup.`, error);
    case RESULT.ioError:
    case RESULT.readOnly:
    case RESULT.cannotOpen:
      return new StorageFault('io', `The database ${file} cannot be read or written: ${text}.`, error);
    default:
      return undefined;
  }
}
