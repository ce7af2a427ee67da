import {
  BookingIntent,
  BookingRef,
  BookingRepository,
  Cancellation,
  NewBookingEvent,
  OpenedBooking,
  SweepLooks,
} from '@modex/api-bookings/protocol';
import { Booking, BookingFailure, BookingStatus, Hold, TicketState } from '@modex/domain';
import { Send } from './commands';
import { StoredBooking, StoredTickets } from './store-state';

/** What the protocol calls of the port; the rest of it lists and audits. */
export type ModelledBookings = Omit<
  BookingRepository,
  | 'countHoldsFrom'
  | 'findByIds'
  | 'findByCode'
  | 'findByUser'
  | 'findSought'
  | 'outlineByUser'
  | 'findBySeat'
  | 'eachOfShow'
  | 'findAsOf'
>;

/** The port of the bookings in front of the model store, command for command as the real one. */
export class ModelBookingRepository implements ModelledBookings {
  /** @param newId ids of new bookings */
  constructor(
    private readonly send: Send,
    private readonly newId: () => string,
  ) {}

  async open(intent: BookingIntent, leaseMs: number): Promise<OpenedBooking> {
    const { userId, showId, seats, bookedBy, idempotencyKey: key, isOnly } = intent;
    const asked = { userId, showId, seats, bookedBy, key, ...(isOnly === true && { open: true as const }) };
    const opened = await this.send('bookings.insert', { id: this.newId(), ...asked, leaseMs });
    if (opened !== null) return { kind: 'opened', booking: toBooking(opened) };
    const known = key === undefined ? undefined : await this.findByKey(userId, key);
    if (known !== undefined) return { kind: 'known', booking: known };
    return isOnly === true ? { kind: 'busy' } : this.open(intent, leaseMs);
  }

  async confirm({ id, userId }: BookingRef, event?: NewBookingEvent): Promise<Booking | undefined> {
    return found(await this.send('bookings.confirm', { id, userId, event }));
  }

  async fail({ id, userId }: BookingRef, failure: BookingFailure): Promise<Booking | undefined> {
    return found(await this.send('bookings.fail', { id, userId, failure }));
  }

  async expire({ id, userId }: BookingRef): Promise<Booking | undefined> {
    return found(await this.send('bookings.expire', { id, userId }));
  }

  async cancel(
    { id, userId, seats: seen, tickets }: Booking,
    cancellation: Cancellation,
    event?: NewBookingEvent,
  ): Promise<Booking | undefined> {
    const { seatIds = seen, by, reason } = cancellation;
    const ticketVersion = tickets?.version;
    return found(await this.send('bookings.cancel', { id, userId, seen, ticketVersion, seatIds, by, reason, event }));
  }

  async countSeatsBeside({ id, userId, showId }: Booking): Promise<number> {
    return this.send('bookings.countSeatsBeside', { id, userId, showId });
  }

  async findByKey(userId: string, key: string): Promise<Booking | undefined> {
    return found(await this.send('bookings.findByKey', { userId, key }));
  }

  async find({ id, userId }: BookingRef): Promise<Booking | undefined> {
    return found(await this.send('bookings.find', { id, userId }));
  }

  async findById(id: string): Promise<Booking | undefined> {
    return found(await this.send('bookings.findById', { id }));
  }

  async findByShow(
    showId: string,
    statuses: readonly BookingStatus[],
    { limit }: { readonly limit: number },
  ): Promise<readonly Booking[]> {
    return (await this.send('bookings.findByShow', { showId, statuses, limit: limit + 1 })).map(toBooking);
  }

  async findDue(limit: number): Promise<readonly Booking[]> {
    return (await this.send('bookings.findDue', { limit })).map(toBooking);
  }

  async swept({ id, userId, status, seats: seen, hold }: Booking, looks: SweepLooks): Promise<void> {
    const ofHold = { version: hold?.version, changeId: hold?.change?.id };
    await this.send('bookings.swept', { id, userId, status, seen, ...ofHold, ...looks });
  }
}

function found(booking: StoredBooking | null): Booking | undefined {
  return booking === null ? undefined : toBooking(booking);
}

function toHold({ version = 0, change, leaving = [], atMost }: StoredBooking, heldAt: number): Hold {
  return {
    // When it was written is for people to read.
    ...{ heldAt: new Date(heldAt), writtenAt: new Date(heldAt), version, leaving },
    ...(change !== undefined && { change: { ...change, until: new Date(change.until) } }),
    ...(atMost !== undefined && { atMost }),
  };
}

/** When somebody was let in is for people to read. */
function toTickets({ version, entries, reissued }: StoredTickets): TicketState {
  return { version, reissued, entries: entries.map((entry) => ({ ...entry, at: new Date(0) })) };
}

/** The booking as the rules see it. */
export function toBooking(stored: StoredBooking): Booking {
  const { id, userId, showId, seats, status, createdAt, leaseUntil } = stored;
  const { confirmedAt, endedAt, bookedBy, endedBy, reason, failure, returned = [], tickets } = stored;
  return {
    ...{ id, userId, showId, seats, status },
    // Codes and names are for people: no step of the protocol reads one.
    code: id,
    names: [],
    returned: returned.map(({ at, ...seat }) => ({ ...seat, at: new Date(at) })),
    ...(tickets && { tickets: toTickets(tickets) }),
    createdAt: new Date(createdAt),
    leaseUntil: new Date(leaseUntil),
    ...(stored.heldAt !== undefined && { hold: toHold(stored, stored.heldAt) }),
    ...(confirmedAt !== undefined && { confirmedAt: new Date(confirmedAt) }),
    ...(endedAt !== undefined && { endedAt: new Date(endedAt) }),
    ...(bookedBy !== undefined && { bookedBy }),
    ...(endedBy !== undefined && { endedBy }),
    ...(reason !== undefined && { reason }),
    ...(failure && { failure }),
  };
}
