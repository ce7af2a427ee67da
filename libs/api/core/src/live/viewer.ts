import { ServerResponse } from 'node:http';
import { HEARTBEAT } from './live-event';

/** Bytes that may wait for a viewer who does not read; then the stream ends. */
const MOST_UNREAD = 64 * 1024;
/** A viewer hears something at least so often, in milliseconds. */
const HEARTBEAT_MS = 15_000;

/** Who watches: a stream of events that has begun. */
export class Viewer {
  private sentAt = performance.now();

  constructor(private readonly response: ServerResponse) {}

  /** Sends a frame, or ends the stream of who has not read those before. */
  send(frame: Buffer): void {
    const { response } = this;
    if (response.writableEnded || response.destroyed) return;
    if (response.writableLength > MOST_UNREAD) return void response.destroy();
    response.write(frame);
    this.sentAt = performance.now();
  }

  /** Sends a heartbeat to who has heard nothing for a while. */
  keepAlive(): void {
    if (performance.now() - this.sentAt >= HEARTBEAT_MS) this.send(HEARTBEAT);
  }

  /** Ends the stream; a browser comes back. */
  end(): void {
    this.response.end();
  }

  /** Calls when the stream has ended, whoever ended it. */
  onEnd(ended: () => void): void {
    this.response.once('close', ended);
  }
}
