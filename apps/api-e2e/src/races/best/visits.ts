import { ObjectId } from 'mongodb';
import { inPlainPlan, laidOutPlanOf, largestGroup, seatingOf, placeNumberOf } from '@modex/domain';
import type { Held } from '../../harness/actors';
import type { Reply } from '../../harness/http';
import type { Arena, ShowWithSeats } from '../arena';

/** One request for the best seats and what became of it; times in milliseconds of performance.now(). */
export interface Visit {
  readonly userId: string;
  readonly quantity: number;
  readonly answer: Reply<Held>;
  /** When its seats were free again for certain; infinite while they are not. */
  freeAt: number;
}

/** A time in which others cannot have a seat. */
interface Busy {
  readonly from: number;
  readonly to: number;
}

/** The clocks of this process and of the database are those of one machine, and told in milliseconds. */
const SLACK_MS = 1_000;

/** The seats that a request got; none if it was refused. */
export function placesOf({ answer }: Visit): readonly number[] {
  return answer.status === 201 ? answer.body.seats.map(({ id }) => placeNumberOf(id)) : [];
}

/**
 * Refusals that nothing explains: seats that were free during the whole of the request would have fitted. A seat is not
 * free from the moment at which somebody asked for a hold that got it; nor while somebody asks who locked it on the way
 * and lost another.
 */
export async function falseRefusals(
  arena: Arena,
  { showId, seatIds, seatsPerRow }: ShowWithSeats & { readonly seatsPerRow: number },
  visits: readonly Visit[],
): Promise<readonly string[]> {
  const seating = seatingOf(laidOutPlanOf(inPlainPlan({ totalSeats: seatIds.length, seatsPerRow })));
  const busy = new Map<number, Busy[]>();
  const add = (place: number, time: Busy): unknown => busy.set(place, [...(busy.get(place) ?? []), time]);
  for (const visit of visits) {
    for (const place of placesOf(visit)) add(place, { from: visit.answer.sentAt, to: visit.freeAt });
  }
  for (const { userId, places, at } of await failedHolds(arena, showId)) {
    const time = during(visits, userId, at);
    for (const place of places) add(place, time);
  }
  return visits.flatMap(({ quantity, answer }) => {
    if (answer.body.code !== 'not-enough-seats') return [];
    const { sentAt, endedAt } = answer;
    const isFree = (place: number): boolean =>
      place < seatIds.length && !(busy.get(place) ?? []).some(({ from, to }) => from <= endedAt && to >= sentAt);
    const largest = largestGroup({ seating, isFree });
    const told = answer.body.largest ?? 0;
    return largest > told ? [`a party of ${quantity} was told ${told}, and ${largest} would have fitted`] : [];
  });
}

/** The whole time of this customer's requests around a moment. */
function during(visits: readonly Visit[], userId: string, at: number): Busy {
  const around = visits.filter(
    ({ userId: whose, answer }) =>
      whose === userId && answer.sentAt <= at + SLACK_MS && answer.endedAt >= at - SLACK_MS,
  );
  return {
    from: Math.min(at - SLACK_MS, ...around.map(({ answer }) => answer.sentAt)),
    to: Math.max(at + SLACK_MS, ...around.map(({ answer }) => answer.endedAt)),
  };
}

interface FailedHold {
  readonly userId: string;
  readonly places: readonly number[];
  readonly at: number;
}

/** The groups that were tried in vain. */
async function failedHolds({ database: { db } }: Arena, showId: string): Promise<readonly FailedHold[]> {
  const show_id = ObjectId.createFromHexString(showId);
  const failed = await db.collection('bookings').find({ show_id, status: 'FAILED' }).toArray();
  return failed.map(({ user_id, seats, created_at }) => ({
    userId: String(user_id),
    places: (seats as readonly ObjectId[]).map((seat) => placeNumberOf(seat.toHexString())),
    at: (created_at as Date).getTime() - performance.timeOrigin,
  }));
}
