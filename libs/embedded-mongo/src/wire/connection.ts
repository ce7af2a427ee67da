import type { Socket } from 'node:net';
import type { ConnectionFacts } from '../command/command';
import { readMessage, writeReply, type WireCommand } from './message';
import { MessageReader } from './message-reader';

/** Runs one command and calls back with the reply's BSON. */
export type Dispatch = (command: WireCommand, connection: ConnectionFacts, reply: (body: Uint8Array) => void) => void;

/** A client that sends unacknowledged writes faster than they are made is slowed down. */
const MAX_WAITING = 100;

let lastConnectionId = 0;

/** One client: commands come in order and are answered in order, one at a time. */
export class Connection implements ConnectionFacts {
  readonly id = ++lastConnectionId;
  private readonly reader = new MessageReader();
  private readonly waiting: WireCommand[] = [];
  private isRunning = false;

  constructor(
    private readonly socket: Socket,
    private readonly dispatch: Dispatch,
    readonly isUnixSocket: boolean,
  ) {
    socket.setNoDelay(true);
    socket.on('data', (bytes) => this.receive(bytes));
    // A client that goes away is not our error; the socket closes by itself.
    socket.on('error', () => socket.destroy());
  }

  close(): void {
    this.socket.destroy();
  }

  private receive(bytes: Buffer): void {
    try {
      for (const message of this.reader.push(bytes)) this.waiting.push(readMessage(message));
    } catch {
      // Bytes that are not the protocol leave no way to find the next message; a real server closes as well.
      return this.close();
    }
    if (this.waiting.length > MAX_WAITING) this.socket.pause();
    this.runNext();
  }

  private runNext(): void {
    if (this.isRunning) return;
    const command = this.waiting.shift();
    if (!command) return;
    if (this.waiting.length === 0) this.socket.resume();
    this.isRunning = true;
    this.dispatch(command, this, (body) => {
      this.isRunning = false;
      if (!command.noReply && !this.socket.destroyed) this.socket.write(writeReply(command, body));
      this.runNext();
    });
  }
}
