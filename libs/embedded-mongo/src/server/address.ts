import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Place } from '../storage/database-file';

/** The longest path of a Unix socket that every system takes (sun_path, less its closing zero and some room). */
const MAX_SOCKET_PATH_BYTES = 100;
const SOCKET_NAME = 'embedded-mongo.sock';

/**
 * Where the Unix socket of a data folder is: in the folder itself or, when that path is too long for a socket, in a
 * folder of the system's temporary directory whose name is made from the path. The same path always has the same
 * socket, so tools find a running database by its folder.
 */
export function socketPathOf(path: string): string {
  const folder = resolve(path);
  const direct = join(folder, SOCKET_NAME);
  if (Buffer.byteLength(direct) <= MAX_SOCKET_PATH_BYTES) return direct;
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return join(tmpdir(), `embedded-mongo-${name}`, SOCKET_NAME);
}

let memoryInstances = 0;

/** The socket of a place; a database in memory gets one of its own each time. */
export function defaultSocketPath(place: Place): string {
  if ('path' in place) return socketPathOf(place.path);
  return join(tmpdir(), `embedded-mongo-${process.pid}-${++memoryInstances}-${Date.now()}`, SOCKET_NAME);
}

/** Makes the folder of a socket, for its owner alone, and removes a socket that a killed process has left. */
export function prepareSocket(socketPath: string): void {
  mkdirSync(dirname(socketPath), { recursive: true, mode: 0o700 });
  rmSync(socketPath, { force: true });
}

/** Only the owner may connect. */
export function protectSocket(socketPath: string): void {
  chmodSync(socketPath, 0o600);
}

/** A complete connection string for the official driver: of a socket, or of a port on this machine. */
export function connectionString(address: { socketPath: string } | { port: number }, database: string): string {
  const host = 'port' in address ? `127.0.0.1:${address.port}` : encodeURIComponent(address.socketPath);
  return `mongodb://${host}/${encodeURIComponent(database)}?directConnection=true`;
}
