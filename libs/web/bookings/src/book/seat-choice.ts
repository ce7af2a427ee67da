import { computed, Injectable, signal } from '@angular/core';

/**
 * The seats a customer wants, in the order of choosing, and those that someone else had first. They are shown as chosen at
 * once; `SeatHold` makes them so.
 */
@Injectable()
export class SeatChoice {
  readonly chosenIds = signal<readonly string[]>([]);
  readonly lostIds = signal<readonly string[]>([]);
  readonly chosen = computed<ReadonlySet<string>>(() => new Set(this.chosenIds()));
  readonly lost = computed<ReadonlySet<string>>(() => new Set(this.lostIds()));
  readonly count = computed(() => this.chosenIds().length);

  /** Chooses a seat, or gives it back. Does nothing when `max` are chosen. */
  toggle(seatId: string, max: number): void {
    if (this.chosen().has(seatId)) this.chosenIds.update((ids) => ids.filter((id) => id !== seatId));
    else if (this.count() < max) this.chosenIds.update((ids) => [...ids, seatId]);
    this.lostIds.update((ids) => ids.filter((id) => id !== seatId));
  }

  /** Chosen is exactly this from now on; those that stay keep their order. */
  become(seatIds: readonly string[]): void {
    const stay = this.chosenIds().filter((id) => seatIds.includes(id));
    this.chosenIds.set([...stay, ...seatIds.filter((id) => !stay.includes(id))]);
  }

  /** Moves seats from chosen to lost; all others stay chosen. Returns whether any was chosen. */
  lose(seatIds: readonly string[]): boolean {
    const gone = new Set(seatIds.filter((id) => this.chosen().has(id)));
    if (gone.size === 0) return false;
    this.chosenIds.update((ids) => ids.filter((id) => !gone.has(id)));
    this.lostIds.update((ids) => [...ids.filter((id) => !gone.has(id)), ...gone]);
    return true;
  }

  forgetLost(): void {
    this.lostIds.set([]);
  }

  clear(): void {
    this.chosenIds.set([]);
    this.lostIds.set([]);
  }
}

/** Whether these are the same seats, in whatever order. */
export function hasSameSeats(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((id) => others.includes(id));
}
