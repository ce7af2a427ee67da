import { pipeline, Readable } from 'node:stream';
import { zonedTime } from '@modex/api-core';
import { NamedBooking, ShowBookings } from '@modex/api-bookings';
import { decimalText, entryOf, minorDigits, NamedSeat, ticketLineOf } from '@modex/domain';
import { stringify } from 'csv-stringify';

/** What a row of the file is. */
export const SALES_ROWS = ['seats', 'bookings'] as const;
export type SalesRows = (typeof SALES_ROWS)[number];

/** A row: the texts by the names of their columns. */
type Row = Readonly<Record<string, string>>;

const SEAT_COLUMNS = [
  ...['booking', 'state', 'seat', 'section', 'row', 'number', 'category', 'ticket_type'],
  ...['price', 'tax', 'currency', 'customer', 'email', 'booked_at', 'admitted_at', 'door'],
] as const;
const BOOKING_COLUMNS = [
  ...['booking', 'state', 'seats', 'seat_names', 'returned_seats', 'total', 'tax', 'fees', 'currency'],
  ...['customer', 'email', 'booked_at', 'ended_at', 'reason'],
] as const;

/**
 * What was sold of a show as a table (CSV, RFC 4180, UTF-8), written while it is read: one row a seat, or one row a booking.
 * Times are those of the venue with their offset (RFC 3339); amounts are decimals with a point, beside their currency. What
 * a spreadsheet could take for a formula begins with an apostrophe.
 */
export function salesFile({ show, bookings }: ShowBookings, rows: SalesRows): Readable {
  const at = (time: Date | undefined): string => (time === undefined ? '' : zonedTime(time, show.timeZone));
  const toRows = rows === 'seats' ? seatRows : bookingRows;
  const columns = [...(rows === 'seats' ? SEAT_COLUMNS : BOOKING_COLUMNS)];
  const all = async function* (): AsyncIterable<Row> {
    for await (const booking of bookings) yield* toRows(booking, at);
  };
  const table = stringify({ header: true, columns, bom: true, record_delimiter: 'windows', escape_formulas: true });
  // Whoever takes the file learns of a failure by the end of the connection.
  pipeline(Readable.from(all()), table, () => undefined);
  return table;
}

type TimeText = (time: Date | undefined) => string;

function seatRows(sold: NamedBooking, at: TimeText): readonly Row[] {
  const { booking, seats, returnedSeats } = sold;
  const state = booking.status === 'CONFIRMED' ? 'sold' : 'cancelled';
  const rowOf = (seat: NamedSeat, state: string): Row => {
    const line = ticketLineOf(booking, seat.id);
    const entry = entryOf(booking, seat.id);
    return {
      ...{ booking: booking.code, state, seat: seat.name, section: seat.section, row: seat.rowNumber },
      number: String(seat.seatNumber),
      ...{ category: line?.category ?? '', ticket_type: line?.typeName ?? '' },
      ...money(booking.price?.currency, { price: line?.amount, tax: line?.tax }),
      ...person(sold, at),
      ...{ admitted_at: at(entry?.at), door: entry?.door ?? '' },
    };
  };
  return [...seats.map((seat) => rowOf(seat, state)), ...returnedSeats.map((seat) => rowOf(seat, 'returned'))];
}

function bookingRows(sold: NamedBooking, at: TimeText): readonly Row[] {
  const { booking, seats, returnedSeats } = sold;
  const { price, status, reason = '' } = booking;
  const fees = price?.fees.reduce((sum, { amount }) => sum + amount, 0);
  const has = status === 'CONFIRMED' ? seats.length : 0;
  return [
    {
      ...{ booking: booking.code, state: status === 'CONFIRMED' ? 'sold' : 'cancelled', seats: String(has) },
      ...{ seat_names: namesOf(seats), returned_seats: namesOf(returnedSeats) },
      ...money(price?.currency, { total: price?.total, tax: price?.taxTotal, fees }),
      ...person(sold, at),
      ...{ ended_at: at(booking.endedAt), reason },
    },
  ];
}

function person({ booking, customer }: NamedBooking, at: TimeText): Row {
  return { customer: customer?.name ?? '', email: customer?.email ?? '', booked_at: at(booking.confirmedAt) };
}

function namesOf(seats: readonly NamedSeat[]): string {
  return seats.map(({ name }) => name).join('; ');
}

/** Amounts in minor units as decimals; empty where the show was free of charge. */
function money(currency: string | undefined, amounts: Readonly<Record<string, number | undefined>>): Row {
  const digits = currency === undefined ? 0 : (minorDigits(currency) ?? 2);
  const texts = Object.entries(amounts).map(([name, amount]) => [
    name,
    amount === undefined ? '' : decimalText(amount, digits),
  ]);
  return { ...Object.fromEntries(texts), currency: currency ?? '' };
}
