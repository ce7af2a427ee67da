import { BookingIntent, BookingRepository, OpenedBooking } from '@modex/api-bookings/protocol';
import { Booking, BookingFailure, BookingStatus } from '@modex/domain';
import { Send } from './commands';
import { StoredBooking } from './store-state';

/** What the protocol calls of the port; the rest of it lists and audits. */
export type ModelledBookings = Omit<BookingRepository, 'findByUser' | 'findBySeat' | 'eachOfShow' | 'findClaims'>;

/** The port of the bookings in front of the model store, command for command as the real one. */
export class ModelBookingRepository implements ModelledBookings {
  /** @param newId ids of new bookings */
  constructor(
    private readonly send: Send,
    private readonly newId: () => string,
  ) {}

  async open(intent: BookingIntent, leaseMs: number): Promise<OpenedBooking> {
    const { userId, showId, seats, bookedBy, idempotencyKey: key } = intent;
    const asked = { userId, showId, seats, bookedBy, key };
    const opened = await this.send('bookings.insert', { id: this.newId(), ...asked, leaseMs });
    if (opened !== null) return { kind: 'opened', booking: toBooking(opened) };
    const known = key === undefined ? undefined : await this.findByKey(userId, key);
    return known === undefined ? this.open(intent, leaseMs) : { kind: 'known', booking: known };
  }

  async confirm(id: string): Promise<Booking | undefined> {
    return found(await this.send('bookings.confirm', { id }));
  }

  async fail(id: string, failure: BookingFailure): Promise<Booking | undefined> {
    return found(await this.send('bookings.fail', { id, failure }));
  }

  async expire(id: string): Promise<Booking | undefined> {
    return found(await this.send('bookings.expire', { id }));
  }

  async cancel(id: string, by?: string): Promise<Booking | undefined> {
    return found(await this.send('bookings.cancel', { id, by }));
  }

  async findByKey(userId: string, key: string): Promise<Booking | undefined> {
    return found(await this.send('bookings.findByKey', { userId, key }));
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

  async swept(id: string, pause: { readonly pauseMs: number; readonly watchMs: number }): Promise<void> {
    await this.send('bookings.swept', { id, ...pause });
  }
}

function found(booking: StoredBooking | null): Booking | undefined {
  return booking === null ? undefined : toBooking(booking);
}

function toBooking(stored: StoredBooking): Booking {
  const { id, userId, showId, seats, status, createdAt, leaseUntil } = stored;
  const { confirmedAt, endedAt, bookedBy, endedBy, failure } = stored;
  return {
    ...{ id, userId, showId, seats, status },
    createdAt: new Date(createdAt),
    leaseUntil: new Date(leaseUntil),
    ...(confirmedAt !== undefined && { confirmedAt: new Date(confirmedAt) }),
    ...(endedAt !== undefined && { endedAt: new Date(endedAt) }),
    ...(bookedBy !== undefined && { bookedBy }),
    ...(endedBy !== undefined && { endedBy }),
    ...(failure && { failure }),
  };
}
