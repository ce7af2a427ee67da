import { computed, DestroyRef, effect, inject, Injectable, linkedSignal, signal, untracked } from '@angular/core';
import { Api, ApiConfiguration, getSeatStatus, reading, ShowStatus, watchSeats } from '@modex/web-api-client';
import { LiveState } from '@modex/web-ui';
import { networkChanges, pageIsVisible } from './attention';
import { OPEN_EVENT_SOURCE } from './event-source';
import { isComparable, isEarlier, isSameHall, KnownStatus, knownStatus, withChanges, withStatus } from './seat-status';
import { SeatEvent, SeatStream } from './seat-stream';

/** How often the status is asked for while there is no stream, in milliseconds. */
export const POLL_MS = 4_000;

/**
 * The statuses of a show's seats as they are now. The packed status is read once; from then on a stream tells what changes.
 * While there is none, the packed status is asked for every few seconds. Nothing is followed while the page is hidden; as
 * soon as it can be seen again, and when the network comes back, everything is caught up with.
 */
@Injectable()
export class LiveSeats {
  private readonly api = inject(Api);
  private readonly root = inject(ApiConfiguration).rootUrl;
  private readonly isVisible = pageIsVisible();
  private readonly networkChanges = networkChanges();
  private readonly stream = new SeatStream(inject(OPEN_EVENT_SOURCE), (event) => this.take(event));

  /** The show that is followed; undefined: none, and nothing is known then. */
  readonly showId = signal<string | undefined>(undefined);
  private readonly reading = reading<string, KnownStatus>({
    params: this.showId,
    read: (showId, before) => this.read(showId, before),
    pause: (known) => (this.isVisible() && (known === undefined || this.stream.isBroken()) ? POLL_MS : undefined),
  });
  /** True from the moment the page is hidden or the network changes until the statuses are heard again. */
  private readonly hasMissed = linkedSignal<{ isVisible: boolean; networkChanges: number }, boolean>({
    source: () => ({ isVisible: this.isVisible(), networkChanges: this.networkChanges() }),
    computation: (now, before) =>
      !now.isVisible || (before !== undefined && (before.value || before.source.networkChanges !== now.networkChanges)),
  });
  private readonly address = computed(() => {
    const showId = this.showId();
    const isFollowed = showId !== undefined && this.isVisible() && this.reading.value() !== undefined;
    return isFollowed ? this.root + watchSeats.PATH.replace('{showId}', encodeURIComponent(showId)) : undefined;
  });

  /** Whether the seats are known. */
  readonly isKnown = computed(() => this.reading.value() !== undefined);
  /** The status of each seat in the order of the plan; the same object as long as nothing changes. */
  readonly status = computed(() => this.reading.value()?.status);
  /** The version of the show's plan in whose order they are. */
  readonly planVersion = computed(() => this.reading.value()?.planVersion);
  /** How many seats one booking may have. */
  readonly maxPerBooking = computed(() => this.reading.value()?.maxPerBooking ?? 0);
  /** The status of the show, as the stream told it last. */
  readonly showStatus = linkedSignal<string | undefined, ShowStatus | undefined>({
    source: this.showId,
    computation: () => undefined,
  });
  /** Why the seats could not be read. */
  readonly problem = this.reading.problem;
  /** Why the seats that are known may be behind, where asking for them failed. */
  readonly behind = this.reading.behind;
  /** How far what is shown can be trusted. */
  readonly state = computed<LiveState>(() => {
    const problem = this.problem() ?? this.behind();
    if (problem?.code === 'unreachable') return 'offline';
    return problem || this.hasMissed() || !this.isKnown() ? 'catchingUp' : 'live';
  });

  constructor() {
    effect(() => {
      const address = this.address();
      // A change of the network may leave an open stream without a connection, and nobody would say so.
      this.networkChanges();
      untracked(() => (address === undefined ? this.stream.close() : this.stream.open(address)));
    });
    effect(() => {
      // A stream that can be opened tells it all; where none could be opened before, nobody waits for it.
      const isAsked = this.hasMissed() && this.isVisible() && (!this.isKnown() || this.stream.isBroken());
      if (isAsked) untracked(() => void this.reading.refresh());
    });
    inject(DestroyRef).onDestroy(() => this.stream.close());
  }

  /** Asks for the statuses now, unless the stream tells them anyway. */
  async refresh(): Promise<void> {
    if (!this.stream.isOpen()) await this.reading.refresh();
  }

  /** Reads everything anew, as if for the first time. */
  async reload(): Promise<void> {
    await this.reading.reload();
  }

  private async read(showId: string, before: KnownStatus | undefined): Promise<KnownStatus> {
    const told = await this.api.invoke(getSeatStatus, { showId });
    this.caughtUp();
    if (!before || !isSameHall(told, before)) return knownStatus(told);
    return isEarlier(told.version, before.version) ? before : withStatus(before, told);
  }

  private take(event: SeatEvent): void {
    if (event.kind === 'show') return this.showStatus.set(event.told.status);
    const known = untracked(this.reading.value);
    if (!known) return;
    if (event.kind === 'status' && !isSameHall(event.told, known)) return void this.reading.refresh();
    this.caughtUp();
    if (isEarlier(event.told.version, known.version)) return this.reading.set(known);
    if (event.kind === 'status') return this.reading.set(withStatus(known, event.told));
    // Changes of something else than what is known: the stream begins anew, with the whole.
    if (!isComparable(event.told.version, known.version)) return this.reopen();
    this.reading.set(withChanges(known, event.told));
  }

  private reopen(): void {
    const address = untracked(this.address);
    if (address !== undefined) this.stream.open(address);
  }

  private caughtUp(): void {
    if (untracked(this.isVisible)) this.hasMissed.set(false);
  }
}
