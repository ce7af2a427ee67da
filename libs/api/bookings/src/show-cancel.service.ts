import { Injectable } from '@nestjs/common';
import { Caller } from '@modex/api-accounts';
import { ShowService } from '@modex/api-shows';
import { Show } from '@modex/domain';
import { BookingCancelService } from './booking-cancel.service';
import { HoldEndService } from './holds/hold-end.service';

/** Cancels shows with all their bookings. */
@Injectable()
export class ShowCancelService {
  constructor(
    private readonly shows: ShowService,
    private readonly cancels: BookingCancelService,
    private readonly holds: HoldEndService,
  ) {}

  /**
   * Cancels a show with its holds and bookings; those that are under way are cancelled by the sweep within their lease.
   * @param reason shown to everybody who has booked
   * @throws DomainError `unknown-show`, `show-move-refused`
   */
  async cancel(showId: string, { userId }: Caller, reason?: string): Promise<Show> {
    const show = await this.shows.move(showId, 'CANCELLED', reason);
    while ((await this.holds.releaseAllOf(showId, userId)) > 0);
    while ((await this.cancels.cancelAllOf(showId, { by: userId, reason })) > 0);
    return show;
  }
}
