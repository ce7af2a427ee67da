import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** A row of a statement that returns arrays: the columns in the order of the SELECT. */
export type Columns<T extends readonly unknown[]> = T;

/** Prepares a statement at its first use and keeps it; rows come as arrays, which is the fastest form. */
export function lazyStatement(database: DatabaseSync, sql: string): () => StatementSync {
  let statement: StatementSync | undefined;
  return () => {
    statement ??= database.prepare(sql, { returnArrays: true });
    return statement;
  };
}
