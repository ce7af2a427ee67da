import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Seat } from '@modex/domain';
import { ShowService } from '@modex/api-shows';
import { SeatRepository } from './seat.repository';

/** A show's seats at one moment. */
export interface SeatMap {
  readonly showId: string;
  /** The same as long as no seat changes. */
  readonly version: string;
  readonly seats: readonly Seat[];
}

/** The seat map as visitors see it. */
@Injectable()
export class SeatMapService {
  constructor(
    private readonly shows: ShowService,
    private readonly seats: SeatRepository,
  ) {}

  /** @throws DomainError `unknown-show` */
  async find(showId: string): Promise<SeatMap> {
    await this.shows.findPublic(showId);
    const seats = await this.seats.findByShow(showId);
    return { showId, version: versionOf(seats), seats };
  }
}

function versionOf(seats: readonly Seat[]): string {
  const digest = createHash('sha1');
  for (const { status } of seats) digest.update(status.slice(0, 2));
  return digest.digest('base64url');
}
