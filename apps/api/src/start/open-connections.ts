import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * The connections of a server, and which of them wait for an answer. Node ends idle connections by itself, but treats a
 * connection that has never sent a whole request as busy.
 */
export class OpenConnections {
  /** How many requests of each connection have no whole answer yet. */
  private readonly unanswered = new Map<Socket, number>();

  constructor(private readonly server: Server) {
    server.on('connection', (socket: Socket) => {
      this.unanswered.set(socket, 0);
      socket.once('close', () => this.unanswered.delete(socket));
    });
    server.on('request', ({ socket }, response) => {
      this.count(socket, 1);
      response.once('close', () => this.count(socket, -1));
    });
  }

  /** Ends connections that wait for no answer: silent ones, those with half a request, and idle ones between requests. */
  endIdle(): void {
    for (const [socket, unanswered] of this.unanswered) if (unanswered === 0) socket.destroy();
  }

  /** Ends every connection, whatever it waits for. */
  endAll(): void {
    this.server.closeAllConnections();
  }

  private count(socket: Socket, by: number): void {
    const before = this.unanswered.get(socket);
    if (before !== undefined) this.unanswered.set(socket, before + by);
  }
}
