import { SharedReads } from '@modex/api-core';
import { Injectable } from '@nestjs/common';
import { SeatCounts } from '@modex/domain';
import { SeatRepository, TakenSeats } from './seat.repository';

/** A show with the number of its seats, from which the number of free ones follows. */
export interface ShowSize {
  readonly id: string;
  readonly totalSeats: number;
}

/** How many seats of a show are free or taken; read at most once a second for each show, however many ask. */
@Injectable()
export class SeatCounter {
  private readonly recent = new SharedReads<TakenSeats, { showId: string; batch: Batch }>({
    most: 1_000,
    lifeMs: 1_000,
    read: ({ showId, batch }) => batch.count(showId),
  });

  constructor(private readonly seats: SeatRepository) {}

  /** At most one second old. */
  async count({ id, totalSeats }: ShowSize, batch = new Batch(this.seats)): Promise<SeatCounts> {
    const taken = await this.recent.read(id, { showId: id, batch });
    return { ...taken, AVAILABLE: totalSeats - taken.HELD - taken.BOOKED - taken.BLOCKED };
  }

  /** One command counts all shows that were not counted lately. @returns the counts by show id; at most one second old */
  async countByShow(shows: readonly ShowSize[]): Promise<ReadonlyMap<string, SeatCounts>> {
    const batch = new Batch(this.seats);
    const counts = shows.map(async (show): Promise<[string, SeatCounts]> => [show.id, await this.count(show, batch)]);
    return new Map(await Promise.all(counts));
  }
}

/** Shows that are asked for in the same moment and counted together. */
class Batch {
  private readonly showIds: string[] = [];
  private counts: Promise<ReadonlyMap<string, TakenSeats>> | undefined;

  constructor(private readonly seats: SeatRepository) {}

  async count(showId: string): Promise<TakenSeats> {
    this.showIds.push(showId);
    // The command is sent once everybody has named a show.
    this.counts ??= Promise.resolve().then(() => this.seats.countTaken(this.showIds));
    return (await this.counts).get(showId) as TakenSeats;
  }
}
