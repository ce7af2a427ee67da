import { chmodSync, existsSync, rmSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { backup as copyDatabase } from 'node:sqlite';
import { fault } from '../errors';
import type { Pausable } from '../query/ordered';
import type { Command, CommandContext, Reply } from './command';

/** Pages that are copied at a stretch; in between the database serves its clients. */
const PAGES_PER_STEP = 256;

/**
 * `embeddedBackup: 1, to: <absolute path>`: a consistent copy of the whole file while others read and write. It is no
 * command of MongoDB, and it writes a file, so only whoever may open the Unix socket may ask for it.
 */
export const embeddedBackup: Command = { fields: ['to'], run: runBackup };

function* runBackup({ args, engine, connection }: CommandContext): Pausable<Reply> {
  const to = args.text('to');
  if (!connection.isUnixSocket)
    throw fault('IllegalOperation', 'a backup may be asked for through the Unix socket only');
  if (!isAbsolute(to)) throw fault('BadValue', "'to' is an absolute path");
  if (existsSync(to)) throw fault('BadValue', `${to} exists already`);
  const copy: { pages?: number; error?: unknown } = {};
  copyDatabase(engine.store.database, to, { rate: PAGES_PER_STEP }).then(
    (pages) => (copy.pages = pages),
    (error: unknown) => (copy.error = error),
  );
  while (copy.pages === undefined && copy.error === undefined) yield;
  if (copy.error !== undefined) {
    rmSync(to, { force: true });
    throw copy.error;
  }
  chmodSync(to, 0o600);
  return { pages: copy.pages, ok: 1 };
}
