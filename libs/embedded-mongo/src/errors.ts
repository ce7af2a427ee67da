/** MongoDB's error codes that this database answers with, by the name the server gives them. */
export const ERROR_CODES = {
  InternalError: 1,
  BadValue: 2,
  NoSuchKey: 4,
  FailedToParse: 9,
  TypeMismatch: 14,
  Overflow: 15,
  IllegalOperation: 20,
  InvalidBSON: 22,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  CannotBackfillArray: 29,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  MaxTimeMSExpired: 50,
  DollarPrefixedFieldName: 52,
  InvalidIdField: 53,
  NotSingleValueField: 54,
  EmptyFieldName: 56,
  DottedFieldName: 57,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  CommandNotSupported: 115,
  ExceededMemoryLimit: 146,
  InvalidPipelineOperator: 168,
  NotImplemented: 238,
  ConversionFailure: 241,
  DuplicateKey: 11000,
} as const;

export type ErrorName = keyof typeof ERROR_CODES;

/**
 * An error as MongoDB sends it to a client.
 *
 * `code` and `codeName` are what drivers decide by; `extra` holds further fields of the reply
 * (`keyPattern`, `keyValue`).
 */
export class MongoServerFault extends Error {
  constructor(
    readonly code: number,
    readonly codeName: string,
    message: string,
    readonly extra: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'MongoServerFault';
  }
}

/** The error of a name in MongoDB's table of codes. */
export function fault(name: ErrorName, message: string, extra?: Readonly<Record<string, unknown>>): MongoServerFault {
  return new MongoServerFault(ERROR_CODES[name], name, message, extra);
}

/** An error that MongoDB knows by its number alone: its `codeName` is `Location` and the number. */
export function locationFault(code: number, message: string): MongoServerFault {
  return new MongoServerFault(code, `Location${code}`, message);
}

/** What MongoDB can do and this database refuses, since it would not do it exactly as MongoDB does. */
export function notImplemented(what: string): MongoServerFault {
  return fault('NotImplemented', `${what} is not supported by the embedded database`);
}
