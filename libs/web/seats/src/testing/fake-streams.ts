import { PackedStatus, SeatStatus, statusCode } from '@modex/domain';
import { Provider } from '@angular/core';
import { OPEN_EVENT_SOURCE } from '../event-source';

/** The packed status of these seats as the API tells it, in the first version of the plan. */
export function packedStatus(statuses: readonly SeatStatus[]): {
  readonly planVersion: number;
  readonly totalSeats: number;
  readonly status: string;
} {
  const packed = new PackedStatus(statuses.length);
  statuses.forEach((status, place) => packed.put(place, statusCode(status)));
  return { planVersion: 1, totalSeats: statuses.length, status: btoa(String.fromCharCode(...packed.bytes)) };
}

/** The same the other way round. */
export function statusesOf(packed: PackedStatus | undefined): readonly SeatStatus[] {
  return Array.from({ length: packed?.size ?? 0 }, (_, place) => packed?.statusAt(place) ?? 'AVAILABLE');
}

/** A stream of events that a page has opened; the test speaks for the API. */
export class FakeStream extends EventTarget {
  isClosed = false;

  constructor(readonly url: string) {
    super();
  }

  /** Called by the page. */
  close(): void {
    this.isClosed = true;
  }

  /** Sends an event; a page that has closed the stream hears nothing. */
  send(kind: string, told: object = {}): void {
    if (!this.isClosed) this.dispatchEvent(new MessageEvent(kind, { data: JSON.stringify(told) }));
  }

  /** Sends the whole status. */
  sendStatus(version: string, statuses: readonly SeatStatus[]): void {
    this.send('status', { version, ...packedStatus(statuses) });
  }

  /** The connection breaks, or could not be opened. */
  fail(): void {
    if (!this.isClosed) this.dispatchEvent(new Event('error'));
  }
}

/** The streams that a page opens in a test. */
export class FakeStreams {
  readonly all: FakeStream[] = [];
  readonly provider: Provider = {
    provide: OPEN_EVENT_SOURCE,
    useValue: (url: string): FakeStream => {
      const stream = new FakeStream(url);
      this.all.push(stream);
      return stream;
    },
  };

  /** The stream that is open; an error where there is none. */
  get open(): FakeStream {
    const [stream, ...others] = this.all.filter(({ isClosed }) => !isClosed);
    if (!stream || others.length > 0) throw new Error(`Open streams: ${others.length + (stream ? 1 : 0)}`);
    return stream;
  }

  get openCount(): number {
    return this.all.filter(({ isClosed }) => !isClosed).length;
  }
}
