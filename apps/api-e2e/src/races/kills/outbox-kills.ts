import { ObjectId, type Document } from 'mongodb';
import { admin, guest, type Actor, type Booked } from '../../harness/actors';
import type { NamedStep } from '../../harness/api-server';
import { until } from '../../harness/until';
import { inArena, type Arena, type ArenaFigures, type ShowWithSeats } from '../arena';
import type { SceneOutcome } from '../scenes';
import { complaintsOf, deathsOf, LEASE_SECONDS, mustBe, waitForDeath } from './scene';
import { withDoomed } from './sweep-kills';

/** What a crash may cost at most until everybody was told. */
const TOLD_MS = (LEASE_SECONDS + 5) * 1_000;

/** Death at every step of handing what happened to a booking to its reader, the activity log. */
export const OUTBOX_KILLS: readonly NamedStep[] = [
  { name: 'outbox, after the events are claimed', point: { phase: 'events.claim', nth: 1, when: 'after' } },
  { name: 'outbox, before the reader acts', point: { phase: 'activity.record', nth: 1, when: 'before' } },
  { name: 'outbox, after the reader acts', point: { phase: 'activity.record', nth: 1, when: 'after' } },
  { name: 'outbox, after the first event is marked', point: { phase: 'events.mark', nth: 1, when: 'after' } },
];

/**
 * An admin books for a customer and gives a seat back; the only server dies while it tells of it. The next one tells the
 * rest within lease + 5 s: each event once in the log, in its order, and nothing waits any more.
 */
export async function playOutboxKill(figures: ArenaFigures, { name, point }: NamedStep): Promise<SceneOutcome> {
  let kills = 0;
  const violations = await complaintsOf(() =>
    // Nobody else may tell, so that each scene has a database of its own.
    inArena({ ...figures, instances: 0, leaseSeconds: LEASE_SECONDS }, async (arena) => {
      const bookingId = await withDoomed(arena, point, async (doomed) => {
        const show = await arena.createShow({ title: 'Told', totalSeats: 4 });
        const booked = await bookForAnother(await admin(doomed.http), await guest(doomed.http), show);
        await waitForDeath(doomed);
        kills += deathsOf(doomed);
        return booked;
      });
      const survivor = await arena.startServer({});
      arena.servers.push(survivor);
      const given = await (await admin(survivor.http)).post(`/api/admin/bookings/${bookingId}/cancel`);
      return [
        ...mustBe('cancelled', given.status, 200),
        ...(await toldInTheEnd(arena, bookingId)),
        ...(await arena.violations()),
      ];
    }),
  );
  return { name, violations, kills };
}

async function bookForAnother(staff: Actor, { userId }: Actor, { showId, seatIds }: ShowWithSeats): Promise<string> {
  const body = { seatIds: seatIds.slice(0, 2), userId };
  const { status, body: booked } = await staff.post<Booked>(`/api/shows/${showId}/book`, body);
  if (status !== 201) throw new Error(`the booking came to ${status}`);
  return booked.bookingId;
}

async function toldInTheEnd({ database: { db } }: Arena, bookingId: string): Promise<readonly string[]> {
  const _id = ObjectId.createFromHexString(bookingId);
  const told = (): Promise<Document[]> => db.collection('activities').find({ 'of.id': _id }).sort({ _id: 1 }).toArray();
  await until('everybody to be told', TOLD_MS, async () => {
    const booking = await db.collection('bookings').findOne({ _id });
    return booking?.['events'] === undefined && (await told()).length >= 2;
  });
  const events = (await told()).map(({ event, action }) => `${event} ${action}`);
  const expected = [`booking ${bookingId} 1 booking.make`, `booking ${bookingId} 2 booking.cancel`];
  return mustBe('the activity log', events, expected);
}
