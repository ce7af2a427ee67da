import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The folder of the workspace, found from where the command was given. */
export const WORKSPACE = rootAbove(process.cwd());

/** The workspace's own Node, which the API is started with; else the one that runs this. */
export const NODE = firstThatExists(join(WORKSPACE, 'node_modules/.bin/node'), process.execPath);

/** A new empty folder outside of the workspace; the caller removes it. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'modex-e2e-'));
}

/** Removes a folder with all it holds, once nobody writes there any more. */
export function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true });
}

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'nx.json'))) return folder;
  if (dirname(folder) === folder) throw new Error('Run this inside the workspace.');
  return rootAbove(dirname(folder));
}

function firstThatExists(first: string, second: string): string {
  return existsSync(first) ? first : second;
}
