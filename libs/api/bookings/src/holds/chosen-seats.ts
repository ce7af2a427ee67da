import { Injectable } from '@nestjs/common';

/** Seats that a request has chosen, until it has them or has failed. */
interface Choice {
  readonly places: readonly number[];
  readonly isOver: Promise<unknown>;
}

/**
 * The seats that requests of this process have chosen and are about to lock. Only a hint, so that people who ask at the
 * same time do not all try the same best seats: whether a seat is free is known to the database alone.
 */
@Injectable()
export class ChosenSeats {
  private readonly byShow = new Map<string, Set<Choice>>();

  /** The places in a show that requests under way have chosen. */
  of(showId: string): ReadonlySet<number> {
    return new Set([...this.choicesOf(showId)].flatMap(({ places }) => places));
  }

  /** Remembers the choice while the request tries to get its seats. */
  async during<T>(showId: string, places: readonly number[], attempt: () => Promise<T>): Promise<T> {
    const attempting = attempt();
    const choice = { places, isOver: attempting.catch(() => undefined) };
    const choices = this.choicesOf(showId).add(choice);
    this.byShow.set(showId, choices);
    try {
      return await attempting;
    } finally {
      choices.delete(choice);
      if (choices.size === 0) this.byShow.delete(showId);
    }
  }

  /** Waits until all requests that are under way in a show have their seats or have failed. */
  async settled(showId: string): Promise<void> {
    await Promise.all([...this.choicesOf(showId)].map(({ isOver }) => isOver));
  }

  private choicesOf(showId: string): Set<Choice> {
    return this.byShow.get(showId) ?? new Set();
  }
}
