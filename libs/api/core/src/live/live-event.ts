/** A server-sent event. */
export interface LiveEvent {
  /** What kind it is. */
  readonly event: string;
  /** Where who comes back goes on: he sends it as `Last-Event-ID`. Without one it stays what it was. */
  readonly id?: string;
  /** JSON, which is one line. */
  readonly data: string;
}

/** The event as it goes over the wire: written once, for all who watch. */
export function frameOf({ event, id, data }: LiveEvent): Buffer {
  return Buffer.from(`event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${data}\n\n`);
}

/** Tells a browser after how long it comes back when the stream ends: not all at once. Both in milliseconds. */
export function retryFrame({ from, to }: { readonly from: number; readonly to: number }): Buffer {
  return Buffer.from(`retry: ${Math.round(from + Math.random() * (to - from))}\n\n`);
}

/** A comment: nobody reads it, but the line stays open, and a reader that is gone is noticed. */
export const HEARTBEAT = Buffer.from(':\n\n');
