import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Seat, Show } from '@modex/domain';
import { SeatRepository } from './seat.repository';

/** A show's seats at one moment. */
export interface SeatMap {
  readonly showId: string;
  /** The same as long as no seat changes. */
  readonly version: string;
  readonly seats: readonly Seat[];
}

/** The seat map. Whether a show's may be seen is asked where shows are known. */
@Injectable()
export class SeatMapService {
  constructor(private readonly seats: SeatRepository) {}

  async find(show: Show): Promise<SeatMap> {
    const seats = await this.seats.findByShow(show);
    return { showId: show.id, version: versionOf(seats), seats };
  }
}

function versionOf(seats: readonly Seat[]): string {
  const digest = createHash('sha1');
  for (const { status } of seats) digest.update(status.slice(0, 2));
  return digest.digest('base64url');
}
