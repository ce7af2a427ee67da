import { BookingRepository, BookingsModule } from '@modex/api-bookings';
import { Booking, StaffRole } from '@modex/domain';
import { TestReply } from '../test-client';
import * as accounts from './accounts';
import * as activity from './activity';
import { startOf } from './core';
import * as shows from './shows';

export type SignedInUser = accounts.SignedInUser;
export type TestShow = shows.TestShow;

export class BookingsApi extends shows.ShowsApi {
  private readonly people = new accounts.People(this);

  guest = () => this.people.guest();
  anonymousGuest = () => this.people.anonymousGuest();
  admin = () => this.people.admin();
  staff = (role?: StaffRole) => this.people.staff(role);

  /** Books the seats for the guest who asks. */
  async book(
    buyer: SignedInUser,
    show: TestShow,
    { seatIds, key }: { readonly seatIds: readonly string[]; readonly key?: string },
  ): Promise<TestReply> {
    return this.post(`/api/shows/${show.id}/book`, {
      token: buyer.token,
      body: { seatIds, userId: buyer.userId },
      ...(key !== undefined && { headers: { 'idempotency-key': key } }),
    });
  }

  /** Asks to hold the seats. */
  async hold(buyer: SignedInUser, show: TestShow, seatIds: readonly string[]): Promise<TestReply> {
    return this.post(`/api/shows/${show.id}/holds`, { token: buyer.token, body: { seatIds } });
  }

  /** Ends the holds of a show `inMs` from now, by the database's clock. */
  async endHolds({ id }: TestShow, inMs = -1_000): Promise<void> {
    const end = { $add: ['$$NOW', inMs] };
    await this.stored('bookings').updateMany({ show_id: this.objectId(id), status: 'HELD' }, [
      { $set: { lease_until: end, sweep_at: end } },
    ]);
  }

  /** A booking under way: its intent is stored, and no seat is locked yet. */
  async underWay(intent: Omit<Parameters<BookingRepository['open']>[0], 'names'>): Promise<Booking> {
    const asked = { ...intent, names: [] };
    const opened = await this.find(BookingRepository).open(asked, this.settings.leaseSeconds * 1_000);
    if (opened.kind === 'busy') throw new Error('another booking of this customer is open');
    return opened.booking;
  }

  /** The stored bookings of a show, the first one first. */
  async bookingsOf({ id }: TestShow) {
    return this.stored('bookings')
      .find({ show_id: this.objectId(id) })
      .sort({ created_at: 1, _id: 1 })
      .toArray();
  }

  /** Ends the leases of a show's pending bookings `inMs` from now, by the database's clock. */
  async endLeases({ id }: TestShow, inMs = -1_000): Promise<void> {
    const end = { $add: ['$$NOW', inMs] };
    await this.stored('bookings').updateMany({ show_id: this.objectId(id), status: 'PENDING' }, [
      { $set: { lease_until: end, sweep_at: end } },
    ]);
  }
}

export const ROOMS = [...new Set([...accounts.ROOMS, ...activity.ROOMS, ...shows.ROOMS]), BookingsModule];

export const startTestApi = startOf(BookingsApi, ROOMS);

export type TestApi = BookingsApi;
