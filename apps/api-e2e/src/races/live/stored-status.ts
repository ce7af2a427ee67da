import { PackedStatus, statusCode, type SeatStatus } from '@modex/domain';
import { ObjectId } from 'mongodb';
import type { Arena, ShowWithSeats } from '../arena';

/** The statuses of all seats of a show as they are stored, in the order of the plan. */
export async function storedStatus(arena: Arena, { showId, seatIds }: ShowWithSeats): Promise<PackedStatus> {
  const seats = arena.database.db.collection('seats').find({ show_id: ObjectId.createFromHexString(showId) });
  const stored = new PackedStatus(seatIds.length);
  const codes = (await seats.sort({ _id: 1 }).toArray()).map(({ status }) => statusCode(status as SeatStatus));
  codes.forEach((code, place) => stored.put(place, code));
  return stored;
}
