import { signal } from '@angular/core';
import { ShowStatus } from '@modex/web-api-client';
import { OpenEventSource } from './event-source';
import { SeatChanges, ToldStatus } from './seat-status';

/** How long the first event may take, in milliseconds: a proxy that keeps events back never lets one through. */
export const PATIENCE_MS = 5_000;
/** The API says something every 15 s; after this much silence, in milliseconds, the connection is dead. */
export const SILENCE_MS = 40_000;
/** The pause before the first new attempt, doubled after each until the longest; milliseconds, cut by up to half at random. */
export const FIRST_PAUSE_MS = 2_000;
export const LONGEST_PAUSE_MS = 60_000;
/** After a stream that was open for this long, the pauses begin anew; milliseconds. */
const STEADY_MS = 10_000;

/** What a stream tells of a show. */
export type SeatEvent =
  | { readonly kind: 'status'; readonly told: ToldStatus }
  | { readonly kind: 'changes'; readonly told: SeatChanges }
  | { readonly kind: 'show'; readonly told: { readonly status: ShowStatus } };

/**
 * The stream of a show's events, opened again by itself whenever it breaks or cannot be opened. Each opening begins with
 * the whole status, so that nothing has to be remembered of the one before.
 */
export class SeatStream {
  /** True from the first status until the stream ends. */
  readonly isOpen = signal(false);
  /** True from a failure until the next status: meanwhile the status must be asked for. */
  readonly isBroken = signal(false);
  private source: EventSource | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private openedAt = 0;

  /** @param take gets each event of the open stream */
  constructor(
    private readonly openSource: OpenEventSource,
    private readonly take: (event: SeatEvent) => void,
  ) {}

  /** Opens the stream at this address, at once, and no other one from now on. */
  open(address: string): void {
    this.close();
    const source = this.openSource(address);
    this.source = source;
    const failed = (): void => this.fail(address);
    source.addEventListener('error', failed);
    source.addEventListener('alive', () => this.within(SILENCE_MS, failed));
    for (const kind of ['status', 'changes', 'show'] as const) {
      source.addEventListener(kind, ({ data }: MessageEvent<string>) => {
        this.within(this.isOpen() || kind === 'status' ? SILENCE_MS : PATIENCE_MS, failed);
        if (kind === 'status') this.opened();
        this.take({ kind, told: JSON.parse(data) });
      });
    }
    this.within(PATIENCE_MS, failed);
  }

  /** Ends the stream, and attempts to open it. */
  close(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = undefined;
    this.isOpen.set(false);
  }

  private opened(): void {
    if (!this.isOpen()) this.openedAt = performance.now();
    this.isOpen.set(true);
    this.isBroken.set(false);
  }

  private fail(address: string): void {
    if (this.isOpen() && performance.now() - this.openedAt >= STEADY_MS) this.failures = 0;
    this.close();
    this.isBroken.set(true);
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.failures++);
    this.timer = setTimeout(() => this.open(address), pause * (1 - Math.random() / 2));
  }

  /** Calls back unless this is called again, or the stream ends, before that. */
  private within(milliseconds: number, over: () => void): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(over, milliseconds);
  }
}
