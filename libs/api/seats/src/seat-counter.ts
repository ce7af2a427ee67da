import { Injectable } from '@nestjs/common';
import { SeatAvailability, ShowSize } from '@modex/api-shows';
import { SeatCounts } from '@modex/domain';
import { LRUCache } from 'lru-cache';
import { SeatRepository } from './seat.repository';

/** Counts seats for lists of shows; the counts of a show are read at most once a second, whoever asks. */
@Injectable()
export class SeatCounter extends SeatAvailability {
  private readonly recent = new LRUCache<string, Omit<SeatCounts, 'AVAILABLE'>>({
    max: 1_000,
    ttl: 1_000,
    fetchMethod: (showId) => this.seats.countTaken(showId),
  });

  constructor(private readonly seats: SeatRepository) {
    super();
  }

  async countByShow(shows: readonly ShowSize[]): Promise<ReadonlyMap<string, SeatCounts>> {
    const counts = shows.map(async ({ id, totalSeats }): Promise<[string, SeatCounts]> => {
      const taken = await this.recent.forceFetch(id);
      const available = totalSeats - taken.HELD - taken.BOOKED - taken.BLOCKED;
      return [id, { ...taken, AVAILABLE: available }];
    });
    return new Map(await Promise.all(counts));
  }
}
