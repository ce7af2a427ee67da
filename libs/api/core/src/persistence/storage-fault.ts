import { mongo } from 'mongoose';

/**
 * Server codes that say "not now": host unreachable, network timeout, shutting down, write conflict, not primary,
 * interrupted.
 */
const NOT_NOW: readonly number[] = [6, 7, 89, 91, 112, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436];

/**
 * Whether the error means that the database could not be reached or did not answer in time, so that
 * the outcome of the command is unknown and a retry later makes sense.
 */
export function isStorageFault(error: unknown): boolean {
  if (error instanceof mongo.MongoServerError) return NOT_NOW.includes(Number(error.code));
  return (
    error instanceof mongo.MongoNetworkError ||
    error instanceof mongo.MongoSystemError ||
    error instanceof mongo.MongoOperationTimeoutError ||
    error instanceof mongo.MongoTopologyClosedError ||
    error instanceof mongo.MongoClientClosedError ||
    error instanceof mongo.MongoNotConnectedError ||
    error instanceof mongo.MongoExpiredSessionError ||
    error instanceof mongo.MongoWriteConcernError ||
    (error instanceof Error && error.name === 'MongoWaitQueueTimeoutError') ||
    isSocketFault(error)
  );
}

/** A write to a connection that just broke: the driver hands on the system's own error. */
function isSocketFault(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && ['read', 'write', 'connect'].includes(String(error.syscall));
}

/** Whether the error is a unique index refusing a second document. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof mongo.MongoServerError && error.code === 11000;
}
