import {
  BookingAsOf,
  BookingRef,
  HoldRepository,
  HoldTerms,
  HoldTimes,
  NewBookingEvent,
  NewHoldChange,
  SeenHold,
} from '@modex/api-bookings/protocol';
import { ChangingHold, HeldBooking } from '@modex/domain';
import { Send } from './commands';
import { ChangeRef } from './hold-commands';
import { toBooking } from './model-booking.repository';
import { StoredBooking } from './store-state';

/** The port of the holds in front of the model store, command for command as the real one. */
export class ModelHoldRepository extends HoldRepository {
  /** @param newId ids of new changes */
  constructor(
    private readonly send: Send,
    private readonly newId: () => string,
  ) {
    super();
  }

  async hold({ id, userId }: BookingRef, terms: HoldTerms): Promise<HeldBooking | undefined> {
    return found(await this.send('holds.hold', { id, userId, ...terms }));
  }

  async findOpen(userId: string, showId: string): Promise<BookingAsOf | undefined> {
    const open = await this.send('holds.findOpen', { userId, showId });
    return open === null ? undefined : { booking: toBooking(open.booking), asOf: new Date(open.now) };
  }

  async begin({ id, userId }: BookingRef, change: NewHoldChange): Promise<ChangingHold | undefined> {
    return found(await this.send('holds.begin', { id, userId, changeId: this.newId(), ...change })) as
      ChangingHold | undefined;
  }

  async commit(begun: ChangingHold): Promise<HeldBooking | undefined> {
    return found(await this.send('holds.commit', refOf(begun)));
  }

  async drop(begun: ChangingHold): Promise<void> {
    await this.send('holds.drop', refOf(begun));
  }

  async undo(seen: ChangingHold): Promise<HeldBooking | undefined> {
    return found(await this.send('holds.undo', refOf(seen)));
  }

  async extend({ id, userId }: BookingRef, times: HoldTimes): Promise<HeldBooking | undefined> {
    return found(await this.send('holds.extend', { id, userId, ...times }));
  }

  async confirm(
    { id, userId }: BookingRef,
    { seats: seen }: SeenHold,
    event?: NewBookingEvent,
  ): Promise<HeldBooking | undefined> {
    return found(await this.send('holds.confirm', { id, userId, seen, event }));
  }

  async release({ id, userId }: BookingRef, by: string): Promise<HeldBooking | undefined> {
    return found(await this.send('holds.release', { id, userId, by }));
  }
}

function refOf({ id, userId, hold: { change, version } }: ChangingHold): ChangeRef {
  return { id, userId, changeId: change.id, version };
}

function found(booking: StoredBooking | null): HeldBooking | undefined {
  return booking === null ? undefined : (toBooking(booking) as HeldBooking);
}
