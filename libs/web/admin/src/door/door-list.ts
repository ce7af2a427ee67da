import { computed, inject, Injectable, signal } from '@angular/core';
import { Api, DoorListResponse, getDoorList, isWorthAskingAgain, reading, readProblem } from '@modex/web-api-client';
import { DeviceMemory, LiveState, OWN, serverClock } from '@modex/web-ui';
import { DeedQueue } from './deed-queue';
import { afterDeeds, Deed } from './door-deeds';
import { DeedSender } from './deed-sender';

/** How far the list may be behind what other doors do, in milliseconds. */
export const DOOR_REFRESH_MS = 10_000;

/** The list of a door, and when it was fetched (RFC 3339). */
export interface FetchedList {
  readonly list: DoorListResponse;
  readonly fetchedAt: string;
}

/**
 * The tickets of a show, and who is in: read again every ten seconds while somebody looks, since other doors let people in
 * too, and kept on the device for when the network is lost. Before each reading the API is told what this device did alone.
 */
@Injectable()
export class DoorList {
  private readonly api = inject(Api);
  private readonly memory = inject(DeviceMemory);
  private readonly sender = inject(DeedSender);
  private readonly queue = new DeedQueue(this.memory);

  /** The show of the address. */
  readonly showId = signal('');
  /** The API cannot be asked: the door goes on by itself. */
  readonly away = signal(false);
  /** Counts what this device does, so that what it keeps is looked at again. */
  private readonly round = signal(0);
  readonly reading = reading({
    params: () => this.showId() || undefined,
    read: (showId, before: FetchedList | undefined) => this.read(showId, before),
    pause: () => DOOR_REFRESH_MS,
  });
  readonly fetched = this.reading.value;
  readonly deeds = computed(() => (this.round(), this.queue.deeds()));
  readonly conflicts = computed(() => (this.round(), this.queue.conflicts()));
  /** The tickets after everything that this device did. */
  readonly tickets = computed(() => {
    const fetched = this.fetched();
    return fetched ? afterDeeds(fetched.list, this.deeds()) : [];
  });
  readonly admitted = computed(() => this.tickets().filter(({ entry }) => entry !== null).length);
  readonly state = computed<LiveState>(() => {
    if (this.away()) return 'offline';
    return this.reading.behind() === undefined ? 'live' : 'catchingUp';
  });

  /** Notes what was done without a network. */
  note(deed: Deed): void {
    if (deed.kind === 'enter') this.queue.enter(deed);
    else this.queue.undo(deed);
    this.changed();
  }

  /** Somebody has seen to a conflict. */
  settle(scanId: string): void {
    const conflict = this.conflicts().find(({ deed }) => deed.scanId === scanId);
    if (conflict) this.queue.settle(conflict);
    this.changed();
  }

  /** Takes over what the API has answered, and reads what other doors did. */
  async update(change: (list: DoorListResponse) => DoorListResponse): Promise<void> {
    this.away.set(false);
    const fetched = this.fetched();
    if (fetched) this.reading.set({ ...fetched, list: change(fetched.list) });
    await this.reading.refresh();
  }

  private async read(showId: string, before: FetchedList | undefined): Promise<FetchedList> {
    try {
      await this.flush();
      const list = await this.api.invoke(getDoorList, { showId });
      this.away.set(false);
      const fetched = { list, fetchedAt: new Date(serverClock.now()).toISOString() };
      this.memory.keep(nameOf(showId), fetched);
      return fetched;
    } catch (error) {
      const isAway = isWorthAskingAgain(readProblem(error));
      if (isAway) this.away.set(true);
      const kept = isAway && before === undefined ? this.memory.recall(nameOf(showId)) : undefined;
      if (isFetched(kept)) return kept;
      throw error;
    }
  }

  private async flush(): Promise<void> {
    if (this.queue.deeds().length === 0) return;
    await this.queue.flush((deed) => this.sender.send(deed));
    this.changed();
  }

  private changed(): void {
    this.round.update((count) => count + 1);
  }
}

/** It has names of customers: it goes when the member of staff signs out. What waits to be sent has none, and stays. */
function nameOf(showId: string): string {
  return `${OWN}door-list.${showId}`;
}

function isFetched(value: unknown): value is FetchedList {
  return typeof value === 'object' && value !== null && 'list' in value && 'fetchedAt' in value;
}
