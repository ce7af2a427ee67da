import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CliOptions } from './cli-options';
import { withDatabase } from './source';

/** Copies the database of a folder into one file, also while it is in use. */
export async function backup({ path = '', to }: CliOptions): Promise<number> {
  if (!to) throw new Error('--to names the file of the backup');
  const file = resolve(to);
  if (existsSync(file)) throw new Error(`${file} exists already; a backup overwrites nothing`);
  await withDatabase(path, (client) => client.db('admin').command({ embeddedBackup: 1, to: file }));
  process.stdout.write(`backed up ${path} to ${file} (${statSync(file).size} bytes)\n`);
  return 0;
}
