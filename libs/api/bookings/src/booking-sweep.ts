import { Injectable, Logger } from '@nestjs/common';
import { Budget, Job, Jobs } from '@modex/api-core';
import { Booking, isChangingHold } from '@modex/domain';
import { BookingSettling } from './booking-settling';
import { HoldRepository } from './holds/hold.repository';
import { BookingRepository } from './booking.repository';

/** Bookings read at once, the urgent ones first; a round ends when none is due, or its time is over. */
const BATCH = 100;

/** Ends bookings whose lease is over, and frees every seat that carries the id of a booking it does not belong to. */
@Injectable()
export class BookingSweep implements Job {
  readonly name = 'sweep of bookings';
  /** With the lease it bounds how long a crash can keep a seat: lease + 5 s. */
  readonly pauseMs = 2_000;
  readonly budgetMs = 2_000;
  private readonly logger = new Logger(BookingSweep.name);

  constructor(
    private readonly bookings: BookingRepository,
    private readonly holds: HoldRepository,
    private readonly settling: BookingSettling,
    jobs: Jobs,
  ) {
    jobs.add(this);
  }

  async run(budget: Budget): Promise<void> {
    let due: readonly Booking[];
    do {
      due = await this.bookings.findDue(BATCH);
      for (const booking of due) await this.settle(booking);
    } while (due.length === BATCH && !budget.isSpent);
  }

  /** The compare-and-set comes first, then the seats, so that a booking that confirmed in time keeps its seats. */
  private async settle(due: Booking): Promise<void> {
    const booking = (await this.settling.endIfOver(due)) ?? (await this.afterChange(due));
    if (booking === undefined) return;
    const freed = await this.settling.settle(booking);
    if (freed > 0) this.logger.log(`freed ${freed} seats of booking ${booking.id} (${booking.status})`);
  }

  /** A hold that lasts, after a change of it that was left behind is undone; undefined for anything else. */
  private async afterChange(due: Booking): Promise<Booking | undefined> {
    if (due.status !== 'HELD') return undefined;
    return isChangingHold(due) ? ((await this.holds.undo(due)) ?? due) : due;
  }
}
