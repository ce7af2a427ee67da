import { objectId } from '@modex/api-core';
import { NamedSeat } from '@modex/domain';
import { SeatNameDocument } from './booking.schema';

/** The name of a seat as a booking stores it. */
export function fromNamedSeat({ id, section, rowNumber, seatNumber, name }: NamedSeat): SeatNameDocument {
  return { seat: objectId(id), section, row_number: rowNumber, seat_number: seatNumber, name };
}

export function toNamedSeat({ seat, section, row_number, seat_number, name }: SeatNameDocument): NamedSeat {
  return { id: seat.toHexString(), section, rowNumber: row_number, seatNumber: seat_number, name };
}
