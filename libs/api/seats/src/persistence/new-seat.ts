import { objectId } from '@modex/api-core';
import { nameSeat, Place, printedNumber, SeatedShow, seatIdAt } from '@modex/domain';
import { SeatDocument } from './seat.schema';

/** The free seat of a show at a place of its plan, as it is stored. */
export function newSeat(show: SeatedShow, place: Place): SeatDocument {
  const { id, section, rowNumber, seatNumber } = nameSeat(seatIdAt(show.seatPrefix, place.number), place);
  return {
    _id: objectId(id),
    show_id: objectId(show.id),
    section,
    row_number: rowNumber,
    seat_number: seatNumber,
    ...(printedNumber(place) === undefined && { label: place.label }),
    category: place.category,
    place: place.number,
    status: 'AVAILABLE',
  };
}
