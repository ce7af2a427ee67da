import { constants, existsSync, rmSync } from 'node:fs';
import { chmod, copyFile, open, rename } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { fault } from '../errors';
import type { Pausable } from '../query/ordered';
import type { Command, CommandContext, Reply } from './command';

/**
 * `embeddedBackup: 1, to: <absolute path>`: a consistent copy of the whole file while others read and write. It is no
 * command of MongoDB, and it writes a file, so only whoever may open the Unix socket may ask for it.
 */
export const embeddedBackup: Command = { fields: ['to'], run: runBackup };

/**
 * The file is frozen for the time of the copy: what is committed meanwhile goes to the write-ahead log beside it and
 * is not part of the copy. So nobody waits, and the copy is the state at the moment of the freezing.
 */
function* runBackup(context: CommandContext): Pausable<Reply> {
  const { store } = context.engine;
  const to = checkedPath(context);
  if (store.isFrozen) throw fault('IllegalOperation', 'another backup is under way');
  // Commands of the same batch may have an open transaction; after a pause it is committed.
  while (!store.freeze()) yield;
  const copy: { isDone: boolean; error?: unknown } = { isDone: false };
  try {
    copyDurably(store.file, to).then(
      () => (copy.isDone = true),
      (error: unknown) => Object.assign(copy, { isDone: true, error }),
    );
    while (!copy.isDone) yield;
  } finally {
    store.thaw();
  }
  if (copy.error === undefined) return { ok: 1 };
  rmSync(`${to}.partial`, { force: true });
  throw copy.error as Error;
}

function checkedPath({ args, engine, connection }: CommandContext): string {
  const to = args.text('to');
  if (!connection.isUnixSocket)
    throw fault('IllegalOperation', 'a backup may be asked for through the Unix socket only');
  if (!engine.store.isOnDisk) throw fault('IllegalOperation', 'a database in memory has no backup');
  if (!isAbsolute(to)) throw fault('BadValue', "'to' is an absolute path");
  if (existsSync(to)) throw fault('BadValue', `${to} exists already`);
  return to;
}

/** The name appears only when all the bytes are on the disk. */
async function copyDurably(from: string, to: string): Promise<void> {
  const partial = `${to}.partial`;
  await copyFile(from, partial, constants.COPYFILE_FICLONE);
  await chmod(partial, 0o600);
  const file = await open(partial, 'r+');
  await file.sync();
  await file.close();
  await rename(partial, to);
}
