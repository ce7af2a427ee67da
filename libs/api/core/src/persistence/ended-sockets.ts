import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

let isWatching = false;

/**
 * Breaks a socket at the moment at which its server ends it. The driver learns of an end by the socket's `close`, which
 * Node tells later in the turn; a command that it gives to such a connection in between waits for ever, and when that
 * is its own look at the server, it never finds a server again (driver 7.8.0). An error is told at once.
 *
 * For every plain socket that the process opens from now on; the connections to the database are the only ones.
 * Sockets with TLS are not told of by Node.
 */
export function breakEndedSockets(): void {
  if (isWatching) return;
  isWatching = true;
  subscribe('net.client.socket', (message) => {
    const { socket } = message as { readonly socket: Socket };
    socket.prependOnceListener('end', () => socket.destroy(ended()));
  });
}

function ended(): Error {
  return Object.assign(new Error('read ECONNRESET: the server has ended the connection'), {
    code: 'ECONNRESET',
    syscall: 'read',
  });
}
