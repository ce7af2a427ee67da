import { Injectable, Logger } from '@nestjs/common';
import { NewShow, ShowRepository } from '@modex/api-shows';
import { SeatRepository } from '@modex/api-seats';
import { DomainError, Show } from '@modex/domain';

/** Seats made in one command: small enough that no single write holds others up. */
const BATCH = 2_000;
/** How long a creator may be silent before the sweep gives its show up, in milliseconds. */
const LEASE_MS = 30_000;

/**
 * Creates a show and its seats, all or nothing: the show is seen only after its last seat was made.
 * A crash in the middle leaves a show that nobody sees, and the sweep removes it.
 */
@Injectable()
export class ShowCreationService {
  private readonly logger = new Logger(ShowCreationService.name);

  constructor(
    private readonly shows: ShowRepository,
    private readonly seats: SeatRepository,
  ) {}

  /**
   * @param status what the finished show is
   * @throws DomainError `storage-unavailable` when the creation was given up; nothing of it is left
   */
  async create(show: NewShow, status: 'DRAFT' | 'ON_SALE'): Promise<Show> {
    const creating = await this.shows.open(show, LEASE_MS);
    try {
      await this.makeSeats(creating);
      const created = await this.shows.complete(creating.id, status);
      if (created === undefined) throw givenUp();
      return created;
    } catch (cause) {
      const finished = await this.giveUp(creating.id);
      if (finished !== undefined) return finished;
      throw cause;
    }
  }

  private async makeSeats(show: Show): Promise<void> {
    for (let from = 0; from < show.totalSeats; from += BATCH) {
      if (from > 0 && !(await this.shows.extendCreation(show.id, LEASE_MS))) throw givenUp();
      await this.seats.create(show, from, Math.min(from + BATCH, show.totalSeats));
    }
  }

  /**
   * Only whoever discards the show removes its seats. Never hides the cause; what it cannot reach the sweep removes.
   * @returns the show when it is finished after all: the answer to its completion was lost
   */
  private async giveUp(showId: string): Promise<Show | undefined> {
    try {
      if (await this.shows.discard(showId)) {
        await this.seats.removeAllOf(showId);
        return undefined;
      }
      const show = await this.shows.findById(showId);
      return show?.status === 'DISCARDED' ? undefined : show;
    } catch (error) {
      this.logger.warn(`show ${showId} left to the sweep: ${String(error)}`);
      return undefined;
    }
  }
}

function givenUp(): DomainError {
  return new DomainError('storage-unavailable', 'Creating the show took too long and was given up; try again.', {
    retryAfter: 2,
  });
}
