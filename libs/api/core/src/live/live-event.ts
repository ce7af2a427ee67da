/** A server-sent event. */
export interface LiveEvent {
  /** What kind it is. */
  readonly event: string;
  /** The position for a reader that reconnects: it sends this as `Last-Event-ID`. Without an id the last one stays valid. */
  readonly id?: string;
  /** JSON, which is one line. */
  readonly data: string;
}

/** The event as it goes over the wire: written once, for all who watch. */
export function frameOf({ event, id, data }: LiveEvent): Buffer {
  return Buffer.from(`event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${data}\n\n`);
}

/** Tells a browser when to reconnect after the stream has ended, spread so that not all come at once; in milliseconds. */
export function retryFrame({ from, to }: { readonly from: number; readonly to: number }): Buffer {
  return Buffer.from(`retry: ${Math.round(from + Math.random() * (to - from))}\n\n`);
}

/** Keeps the connection open, shows when a reader is gone, and lets a script that reads notice when it hears nothing more. */
export const HEARTBEAT = frameOf({ event: 'alive', data: '' });
