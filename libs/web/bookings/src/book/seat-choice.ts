import { computed, effect, inject, Injectable, signal } from '@angular/core';
import { MapSeat, TabMemory } from '@modex/web-ui';

/**
 * The seats a customer has chosen, in the order of choosing, and those that someone else took meanwhile. The tab keeps
 * the choice over a reload and a visit to other pages.
 */
@Injectable()
export class SeatChoice {
  private readonly memory = inject(TabMemory);
  private readonly showId = signal('');

  readonly chosenIds = signal<readonly string[]>([]);
  readonly lostIds = signal<readonly string[]>([]);
  readonly chosen = computed<ReadonlySet<string>>(() => new Set(this.chosenIds()));
  readonly lost = computed<ReadonlySet<string>>(() => new Set(this.lostIds()));
  readonly count = computed(() => this.chosenIds().length);

  constructor() {
    effect(() => {
      const [showId, ids] = [this.showId(), this.chosenIds()];
      if (showId) this.memory.keep(nameOf(showId), ids.length > 0 ? ids : undefined);
    });
  }

  /** Begins with `seatIds`, or with what was chosen of this show before. */
  open(showId: string, seatIds: readonly string[] = textsOf(this.memory.recall(nameOf(showId)))): void {
    this.showId.set(showId);
    this.chosenIds.set(seatIds);
    this.lostIds.set([]);
  }

  /** Chooses a seat, or gives it back. Does nothing when `max` are chosen. */
  toggle(seatId: string, max: number): void {
    if (this.chosen().has(seatId)) this.giveBack(seatId);
    else if (this.count() < max) this.chosenIds.update((ids) => [...ids, seatId]);
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

  /** Compares the choice with the seats of the show: chosen seats that are no longer free are lost. Returns them. */
  reconcile(seats: readonly MapSeat[]): readonly string[] {
    if (seats.length === 0) return [];
    const states = new Map(seats.map(({ id, status }) => [id, status]));
    if (this.chosenIds().some((id) => !states.has(id))) {
      this.chosenIds.update((ids) => ids.filter((id) => states.has(id)));
    }
    return this.lose(this.chosenIds().filter((id) => states.get(id) !== 'AVAILABLE'));
  }

  /** The choice is booked: what is shown now stays, and the next visit to the show begins without a choice. */
  forgetLater(): void {
    this.memory.keep(nameOf(this.showId()), undefined);
  }

  forgetLost(): void {
    this.lostIds.set([]);
  }

  clear(): void {
    this.chosenIds.set([]);
    this.lostIds.set([]);
  }
}

function nameOf(showId: string): string {
  return `choice.${showId}`;
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
