import { Injectable } from '@nestjs/common';
import { SeatCounts } from '@modex/domain';
import { LRUCache } from 'lru-cache';
import { SeatRepository } from './seat.repository';

/** A show with the number of its seats, from which the number of free ones follows. */
export interface ShowSize {
  readonly id: string;
  readonly totalSeats: number;
}

/** How many seats of a show are free or taken; read at most once a second for each show, however many ask. */
@Injectable()
export class SeatCounter {
  private readonly recent = new LRUCache<string, Omit<SeatCounts, 'AVAILABLE'>>({
    max: 1_000,
    ttl: 1_000,
    fetchMethod: (showId) => this.seats.countTaken(showId),
  });

  constructor(private readonly seats: SeatRepository) {}

  /** At most one second old. */
  async count({ id, totalSeats }: ShowSize): Promise<SeatCounts> {
    const taken = await this.recent.forceFetch(id);
    return { ...taken, AVAILABLE: totalSeats - taken.HELD - taken.BOOKED - taken.BLOCKED };
  }

  /** @returns the counts by show id; at most one second old */
  async countByShow(shows: readonly ShowSize[]): Promise<ReadonlyMap<string, SeatCounts>> {
    const counts = shows.map(async (show): Promise<[string, SeatCounts]> => [show.id, await this.count(show)]);
    return new Map(await Promise.all(counts));
  }
}
