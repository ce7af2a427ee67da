import { Injectable } from '@nestjs/common';
import { ActivityLog, NewActivity, Snapshot } from '@modex/api-activity';
import { Booking, BookingDeed, BookingEvent, BookingStatus } from '@modex/domain';
import { BookingEventReader, BookingOutbox } from './booking-outbox';

/** Writes what staff do to customers' bookings into the activity log. */
@Injectable()
export class BookingActivity implements BookingEventReader {
  readonly name = 'activity-log';

  constructor(
    private readonly log: ActivityLog,
    outbox: BookingOutbox,
  ) {
    outbox.add(this);
  }

  wants({ by }: BookingDeed, { userId }: Booking): boolean {
    return by !== undefined && by !== userId;
  }

  async read(event: BookingEvent, booking: Booking): Promise<void> {
    if (event.by !== undefined) await this.log.record(toActivity(event, event.by, booking));
  }
}

function toActivity(
  { number, at, kind, seats, left, reason }: BookingEvent,
  by: string,
  booking: Booking,
): NewActivity {
  const had = [...seats, ...left];
  const stateOf = (status: BookingStatus, ids: readonly string[]): Snapshot => ({
    status,
    seats: namesOf(booking, ids),
  });
  return {
    event: `booking ${booking.id} ${number}`,
    ...{ at, by, reason, of: { kind: 'booking', id: booking.id } },
    ...(kind === 'confirmed'
      ? { action: 'booking.make', before: null, after: stateOf('CONFIRMED', seats) }
      : {
          action: 'booking.cancel',
          before: stateOf('CONFIRMED', had),
          after: stateOf(left.length === 0 ? 'CANCELLED' : 'CONFIRMED', left),
        }),
  };
}

/** The seats by the names under which they were sold, in its order. Bookings of earlier versions may have none. */
function namesOf({ names }: Booking, seatIds: readonly string[]): readonly string[] {
  const known = names.filter(({ id }) => seatIds.includes(id)).map(({ name }) => name);
  return known.length === seatIds.length ? known : seatIds;
}
