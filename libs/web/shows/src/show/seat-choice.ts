import { computed, Injectable, signal } from '@angular/core';
import { MapSeat } from '@modex/web-ui';

/** The most seats of one booking that the page offers; the API has the last word. */
export const MAX_SEATS = 10;

/** The seats a visitor has chosen, in the order of choosing, and those that someone else took meanwhile. */
@Injectable()
export class SeatChoice {
  readonly chosenIds = signal<readonly string[]>([]);
  readonly lostIds = signal<readonly string[]>([]);
  readonly chosen = computed<ReadonlySet<string>>(() => new Set(this.chosenIds()));
  readonly lost = computed<ReadonlySet<string>>(() => new Set(this.lostIds()));
  readonly count = computed(() => this.chosenIds().length);

  /** Chooses a seat, or gives it back. Does nothing when the choice is full. */
  toggle(seatId: string): void {
    if (this.chosen().has(seatId)) this.giveBack(seatId);
    else if (this.count() < MAX_SEATS) this.chosenIds.update((ids) => [...ids, seatId]);
    this.lostIds.update((ids) => ids.filter((id) => id !== seatId));
  }

  giveBack(seatId: string): void {
    this.chosenIds.update((ids) => ids.filter((id) => id !== seatId));
  }

  /** Moves seats from chosen to lost; all others stay chosen. Returns the ids that were chosen until now. */
  lose(seatIds: readonly string[]): readonly string[] {
    const gone = new Set(seatIds.filter((id) => this.chosen().has(id)));
    if (gone.size === 0) return [];
    this.chosenIds.update((ids) => ids.filter((id) => !gone.has(id)));
    this.lostIds.update((ids) => [...ids.filter((id) => !gone.has(id)), ...gone]);
    return [...gone];
  }

  /** Compares the choice with the house: chosen seats that are no longer free are lost. Returns them. */
  reconcile(seats: readonly MapSeat[]): readonly string[] {
    const free = new Set(seats.filter((seat) => seat.status === 'AVAILABLE').map((seat) => seat.id));
    return this.lose(this.chosenIds().filter((id) => !free.has(id)));
  }

  forgetLost(): void {
    this.lostIds.set([]);
  }

  clear(): void {
    this.chosenIds.set([]);
    this.lostIds.set([]);
  }
}
