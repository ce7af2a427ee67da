import { copyFileSync, existsSync, mkdirSync, openSync, closeSync, fsyncSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { startEmbeddedMongo } from '../server/start';
import { databaseFile } from '../storage/database-file';
import type { CliOptions } from './cli-options';

/** Puts a backup into a folder that has no database yet. */
export async function restore({ path = '', from }: CliOptions): Promise<number> {
  if (!from) throw new Error('--from names the file of the backup');
  if (!existsSync(from)) throw new Error(`there is no file ${from}`);
  const file = databaseFile({ path });
  if (existsSync(file)) throw new Error(`${file} exists already; move it away first, a restore overwrites nothing`);
  checkIntegrity(from);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  copyDurably(from, file);
  try {
    // Opening it tells whether it is ours and of a version that can be read.
    await (await startEmbeddedMongo({ path })).close();
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  }
  process.stdout.write(`restored ${from} to ${path}\n`);
  return 0;
}

function checkIntegrity(file: string): void {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const [result] = Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {});
    if (result !== 'ok') throw new Error(`${file} is damaged: ${String(result)}`);
  } finally {
    database.close();
  }
}

/** The name appears only when all the bytes are on the disk. */
function copyDurably(from: string, to: string): void {
  const partial = `${to}.partial`;
  copyFileSync(from, partial);
  const handle = openSync(partial, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  renameSync(partial, to);
}
