import { ServerResponse } from 'node:http';
import { HEARTBEAT } from './live-event';

/** The most bytes that may wait for a viewer who does not read; above that the stream ends. */
const MOST_UNREAD = 64 * 1024;
/** Something is sent to a viewer at least this often, in milliseconds. */
const HEARTBEAT_MS = 15_000;

/** A viewer: a stream of events that has begun. */
export class Viewer {
  private sentAt = performance.now();

  constructor(private readonly response: ServerResponse) {}

  /** Sends a frame, or ends the stream if too much of the earlier frames is unread. */
  send(frame: Buffer): void {
    const { response } = this;
    if (response.writableEnded || response.destroyed) return;
    if (response.writableLength > MOST_UNREAD) return void response.destroy();
    response.write(frame);
    this.sentAt = performance.now();
  }

  /** Sends a heartbeat if nothing was sent for a while. */
  keepAlive(): void {
    if (performance.now() - this.sentAt >= HEARTBEAT_MS) this.send(HEARTBEAT);
  }

  /** Ends the stream; a browser comes back. */
  end(): void {
    this.response.end();
  }

  /** Calls back when the stream has ended, on either side. */
  onEnd(ended: () => void): void {
    this.response.once('close', ended);
  }
}
