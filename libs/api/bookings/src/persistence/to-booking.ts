import { Booking, BookingFailure, Hold, HoldChange, ReturnedSeat, TicketState, Till } from '@modex/domain';
import {
  BookingDocument,
  FailureDocument,
  HoldChangeDocument,
  ReturnedSeatDocument,
  TicketsDocument,
  TillDocument,
} from './booking.schema';
import { toQuote } from './booking-price-document';
import { toNamedSeat } from './seat-names';

/** The booking as the rules see it. */
export function toBooking(document: BookingDocument): Booking {
  const { failure, confirmed_at, ended_at, booked_by, ended_by, reason, returned = [], seat_names = [] } = document;
  return {
    id: document._id.toHexString(),
    code: document.code,
    userId: document.user_id.toHexString(),
    showId: document.show_id.toHexString(),
    seats: document.seats.map((seat) => seat.toHexString()),
    returned: returned.map(toReturned),
    names: seat_names.map(toNamedSeat),
    ...(document.price && { price: toQuote(document.price) }),
    ...(document.till && { till: toTill(document.till) }),
    ...(document.tickets && { tickets: toTickets(document.tickets) }),
    status: document.status,
    createdAt: document.created_at,
    leaseUntil: document.lease_until,
    ...(document.held_at && { hold: toHold(document, document.held_at) }),
    ...(confirmed_at && { confirmedAt: confirmed_at }),
    ...(ended_at && { endedAt: ended_at }),
    ...(booked_by && { bookedBy: booked_by.toHexString() }),
    ...(ended_by && { endedBy: ended_by.toHexString() }),
    ...(reason !== undefined && { reason }),
    ...(failure && { failure: toFailure(failure) }),
  };
}

function toHold(document: BookingDocument, heldAt: Date): Hold {
  const { written_at: writtenAt = heldAt, version = 0, change, leaving = [], at_most } = document;
  return {
    heldAt,
    writtenAt,
    version,
    leaving: leaving.map((seat) => seat.toHexString()),
    ...(change && { change: toChange(change) }),
    ...(at_most !== undefined && { atMost: at_most }),
  };
}

function toTill({ version, receipts }: TillDocument): Till {
  return {
    version,
    receipts: receipts.map(({ id, amount, means, at, by }) => ({ id, amount, means, at, by: by.toHexString() })),
  };
}

function toTickets({ version, entries, reissued }: TicketsDocument): TicketState {
  return {
    version,
    entries: entries.map(({ seat, issue, scan, at, by, door }) => ({
      ...{ seatId: seat.toHexString(), issue, scanId: scan, at, by: by.toHexString(), door },
    })),
    reissued: reissued.map(({ seat, issue }) => ({ seatId: seat.toHexString(), issue })),
  };
}

function toChange({ id, seats, until }: HoldChangeDocument): HoldChange {
  return { id: id.toHexString(), seats: seats.map((seat) => seat.toHexString()), until };
}

function toFailure({ seats, ...why }: FailureDocument): BookingFailure {
  return { ...why, seatIds: seats.map((seat) => seat.toHexString()) };
}

function toReturned({ seat, at, by, reason }: ReturnedSeatDocument): ReturnedSeat {
  return {
    seatId: seat.toHexString(),
    at,
    ...(by && { by: by.toHexString() }),
    ...(reason !== undefined && { reason }),
  };
}
