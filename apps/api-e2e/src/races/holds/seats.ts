import { ObjectId } from 'mongodb';
import type { Arena, ShowWithSeats } from '../arena';

/** The seats of a show that are not free, in the order of the plan: each with its status and its booking. */
export async function seatsThatStand(
  { database: { db } }: Arena,
  { showId }: ShowWithSeats,
): Promise<readonly string[]> {
  const show_id = ObjectId.createFromHexString(showId);
  const seats = await db
    .collection('seats')
    .find({ show_id, status: { $ne: 'AVAILABLE' } })
    .sort({ _id: 1 })
    .toArray();
  return seats.map(({ _id, status, booking_id }) => `${_id} ${status} ${booking_id}`);
}
