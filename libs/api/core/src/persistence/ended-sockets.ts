import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { isIPv6, type Socket } from 'node:net';
import type { Connection, mongo } from 'mongoose';

/** The servers of every database of this process, as the driver names them: `host:port`. */
const servers = new Set<string>();
/** Any Unix socket; the embedded database is reached by one, and nothing else is. */
const LOCAL = 'a socket of this machine';
const SOCKETS = 'net.client.socket';
let isWatching = false;
/** Connections that are not closed. */
let connections = 0;

/**
 * Watches every socket of this process from now on, for `breakEndedSockets`. Called before the connection is made: the
 * driver opens its first socket, by which it looks at the server, while it makes the connection.
 */
export function watchSockets(): void {
  if (isWatching) return;
  isWatching = true;
  subscribe(SOCKETS, opened);
}

/**
 * Breaks a socket to the database at the moment at which the server ends it. The driver learns of an end by the socket's
 * `close`, which Node tells later in the turn; a command that it gives to such a connection in between waits for ever,
 * and when that is its own look at the server, it never finds a server again (driver 7.8.0). An error is told at once.
 *
 * Called when the connection is made, before a socket is connected. Sockets with TLS are not told of by Node.
 */
export function breakEndedSockets(connection: Connection): void {
  const client: mongo.MongoClient | undefined = connection.getClient();
  // There is none if the connection string is invalid; callers that wait for the connection get the error.
  if (client === undefined) return;
  for (const host of client.options.hosts) servers.add(nameOf(host.toString()));
  // Those that the first ones tell of.
  client.on('serverOpening', ({ address }) => servers.add(nameOf(address)));
  connections++;
  connection.once('close', () => {
    if (--connections > 0) return;
    unsubscribe(SOCKETS, opened);
    isWatching = false;
  });
}

function opened(message: unknown): void {
  watch((message as { readonly socket: Socket }).socket);
}

/** Whom it leads to is known once it is connected; the host by its name, where it has one. */
function watch(socket: Socket): void {
  let name: string | undefined;
  socket.once('lookup', (...[, , , host]) => (name = host));
  socket.once('connect', () => {
    if (servers.has(destinationOf(socket, name))) socket.prependOnceListener('end', () => socket.destroy(ended()));
  });
}

function destinationOf({ remoteAddress, remotePort }: Socket, name: string | undefined): string {
  if (remoteAddress === undefined) return LOCAL;
  const host = name ?? (isIPv6(remoteAddress) ? `[${remoteAddress}]` : remoteAddress);
  return `${host}:${remotePort}`;
}

/** A Unix socket is named by its path, which a connected socket does not tell. */
function nameOf(address: string): string {
  return address.includes('/') ? LOCAL : address;
}

function ended(): Error {
  return Object.assign(new Error('read ECONNRESET: the server has ended the connection'), {
    code: 'ECONNRESET',
    syscall: 'read',
  });
}
