import type { BookingStatus, SeatStatus } from '@modex/domain';
import { ObjectId, type Db } from 'mongodb';

interface SeatRecord {
  readonly _id: ObjectId;
  readonly show_id: ObjectId;
  readonly status: SeatStatus;
  readonly booking_id?: ObjectId;
}

interface BookingRecord {
  readonly _id: ObjectId;
  readonly show_id: ObjectId;
  readonly seats: readonly ObjectId[];
  /** Of a hold: what a change under way wants, and what it gave up. */
  readonly change?: { readonly seats: readonly ObjectId[] };
  readonly leaving?: readonly ObjectId[];
  readonly status: BookingStatus;
}

interface ShowRecord {
  readonly _id: ObjectId;
  readonly status: string;
  readonly total_seats: number;
}

/** What the outside was told and may hold the database to. */
export interface Promises {
  /** Bookings that were answered with 201 and not cancelled since. */
  readonly confirmed?: readonly string[];
  /** Whether lease + 5 s have passed since the last crash, so that nothing may be left over. Default true. */
  readonly isSettled?: boolean;
  /** Looks at this show alone, while others may be in any state. Default: at everything. */
  readonly showId?: string;
}

/** Statuses of shows that somebody sees. */
const VISIBLE = ['DRAFT', 'ON_SALE', 'CANCELLED'];
/** A longer list of violations is cut. */
const MOST = 20;

/**
 * Checks the five rules that hold always, over all seats and bookings, that no show is half seated, and that nothing is
 * left of a show that was given up.
 * @returns a sentence for each violation
 */
export async function findViolations(db: Db, promises: Promises = {}): Promise<readonly string[]> {
  // Bookings are read before and after the seats, so that one that begins or ends in between is no violation;
  // shows before the seats, since a show is seen only after its seats were made.
  const { confirmed = [], isSettled = true, showId } = promises;
  const ofShow = showId === undefined ? {} : { show_id: ObjectId.createFromHexString(showId) };
  const before = await readBookings(db, ofShow);
  const shows = await db
    .collection<ShowRecord>('shows')
    .find(ofShow.show_id === undefined ? {} : { _id: ofShow.show_id })
    .toArray();
  const seats = await db.collection<SeatRecord>('seats').find(ofShow).toArray();
  const bookings = await readBookings(db, ofShow);
  return [
    ...seats
      .filter((seat) => !isJustBegun(seat, before, bookings))
      .flatMap((seat) => wrongSeat(seat, before, isSettled)),
    ...wrongOwners(
      seats,
      [...bookings.values()].filter(({ _id }) => before.get(idOf(_id))?.status === 'CONFIRMED'),
    ),
    ...confirmed.flatMap((id) => lostBooking(bookings.get(id), id)),
    ...wrongShows(shows, seats, isSettled),
  ].slice(0, MOST);
}

async function readBookings(db: Db, ofShow: Partial<BookingRecord>): Promise<ReadonlyMap<string, BookingRecord>> {
  const bookings = await db.collection<BookingRecord>('bookings').find(ofShow).toArray();
  return new Map(bookings.map((booking) => [idOf(booking._id), booking]));
}

/** Whether the seat is in the hands of a booking that names it and was not there yet when the reading began. */
function isJustBegun(
  { _id, booking_id }: SeatRecord,
  before: ReadonlyMap<string, BookingRecord>,
  after: ReadonlyMap<string, BookingRecord>,
): boolean {
  const owner = before.has(idOf(booking_id)) ? undefined : after.get(idOf(booking_id));
  return owner?.seats.some((id) => idOf(id) === idOf(_id)) ?? false;
}

/**
 * Rules 1, 3 and 6: a booked seat has one booking that names it and is confirmed, a held one a hold that names it; or one
 * under way where nothing has crashed.
 */
function wrongSeat(seat: SeatRecord, bookings: ReadonlyMap<string, BookingRecord>, isSettled: boolean): string[] {
  const owner = seat.booking_id === undefined ? undefined : bookings.get(idOf(seat.booking_id));
  if (seat.status !== 'BOOKED' && seat.status !== 'HELD') {
    return seat.booking_id === undefined ? [] : [`rule 1: seat ${idOf(seat._id)} is ${seat.status} with a booking`];
  }
  if (owner === undefined) return [`rule 1: seat ${idOf(seat._id)} is ${seat.status} by nobody`];
  if (!mayCarry(owner, isSettled).some((id) => idOf(id) === idOf(seat._id))) {
    return [`rule 1: seat ${idOf(seat._id)} is ${seat.status} by ${idOf(owner._id)}, which does not name it`];
  }
  const own = seat.status === 'BOOKED' ? 'CONFIRMED' : 'HELD';
  const underWay = seat.status === 'BOOKED' ? ['PENDING'] : ['PENDING', 'CONFIRMED'];
  const isLive = owner.status === own || (underWay.includes(owner.status) && !isSettled);
  return isLive ? [] : [`rule 3: seat ${idOf(seat._id)} belongs to booking ${idOf(owner._id)}, ${owner.status}`];
}

/** The seats that the booking names, and while things happen those of its changes too. */
function mayCarry({ seats, change, leaving = [] }: BookingRecord, isSettled: boolean): readonly ObjectId[] {
  return isSettled ? seats : [...seats, ...(change?.seats ?? []), ...leaving];
}

/** Rule 2: a confirmed booking owns all its seats, and so no seat is in two of them. */
function wrongOwners(seats: readonly SeatRecord[], confirmed: readonly BookingRecord[]): string[] {
  const owners = new Map(seats.map(({ _id, booking_id }) => [idOf(_id), idOf(booking_id)]));
  return confirmed.flatMap(({ _id, seats: own, status }) => {
    if (status !== 'CONFIRMED') return [];
    const lost = own.filter((seat) => owners.get(idOf(seat)) !== idOf(_id));
    return lost.map((seat) => `rule 2: confirmed booking ${idOf(_id)} does not own its seat ${idOf(seat)}`);
  });
}

/** Rule 5: what was confirmed to its buyer stays. */
function lostBooking(booking: BookingRecord | undefined, bookingId: string): string[] {
  if (booking?.status === 'CONFIRMED') return [];
  return [`rule 5: booking ${bookingId} was answered with 201 and is ${booking?.status ?? 'gone'}`];
}

/** A show that anybody sees has all its seats; of any other the sweep leaves none. */
function wrongShows(shows: readonly ShowRecord[], seats: readonly SeatRecord[], isSettled: boolean): string[] {
  const counts = new Map<string, number>();
  for (const { show_id } of seats) counts.set(idOf(show_id), (counts.get(idOf(show_id)) ?? 0) + 1);
  const isVisible = ({ status }: ShowRecord): boolean => VISIBLE.includes(status);
  return [
    ...shows
      .filter(isVisible)
      .filter(({ _id, total_seats }) => counts.get(idOf(_id)) !== total_seats)
      .map(({ _id, total_seats }) => `show ${idOf(_id)} has ${counts.get(idOf(_id)) ?? 0} of ${total_seats} seats`),
    ...shows
      .filter((show) => isSettled && !isVisible(show) && counts.has(idOf(show._id)))
      .map(({ _id, status }) => `show ${idOf(_id)} is ${status} and has ${counts.get(idOf(_id))} seats`),
  ];
}

function idOf(id: ObjectId | undefined): string {
  return id?.toHexString() ?? '';
}
