import { ObjectId } from 'mongodb';
import { guest, type Actor } from '../harness/actors';
import { allOf } from '../harness/until';
import { inArena, type Arena, type ArenaFigures, type ShowWithSeats } from './arena';
import { complaintsOf, mustBe, mustBreak, settled, story } from './kills/scene';

const LEASE_SECONDS = 4;
const HOUR_MS = 3_600_000;
/** The clocks of all servers are wrong; only the database's clock is right. */
const CLOCKS = { ahead: HOUR_MS, behind: -HOUR_MS } as const;
type Clock = keyof typeof CLOCKS;

/**
 * Two servers book and sweep, the clock of the one an hour ahead and of the other an hour behind. A third with either
 * clock dies in the middle of a booking: its lease ends when it should, by the clock of the database.
 */
export async function bookWithWrongClocks(figures: ArenaFigures): Promise<readonly string[]> {
  return inArena({ ...figures, instances: 0, leaseSeconds: LEASE_SECONDS }, (arena) =>
    complaintsOf(async () => {
      for (const clockOffMs of Object.values(CLOCKS)) arena.servers.push(await arena.startServer({ clockOffMs }));
      const show = await arena.createShow({ title: 'Wrong clocks', totalSeats: 12 });
      const bookers = await arena.guests(2);
      const lost = await allOf([dieWith('ahead', arena, show), dieWith('behind', arena, show)] as const);
      const booked = await allOf(
        bookers.map((buyer, nth) => buyer.book(show.showId, show.seatIds.slice(nth + 9, nth + 10))),
      );
      return [
        ...lost.flat(),
        ...mustBe('bookings beside them', booked.map(story), ['201 booked', '201 booked']),
        ...(await arena.violations({ confirmed: booked.map(({ body }) => body.bookingId) })),
      ];
    }),
  );
}

/** A server with this clock dies with two of three seats locked. */
async function dieWith(clock: Clock, arena: Arena, { showId, seatIds }: ShowWithSeats): Promise<readonly string[]> {
  const killPoint = { phase: 'seat.lock', nth: 2, when: 'after', action: 'SIGKILL' } as const;
  const doomed = await arena.startServer({ clockOffMs: CLOCKS[clock], killPoint });
  try {
    const buyer = await guest(arena.http());
    const from = clock === 'ahead' ? 0 : 4;
    const ask = (http = arena.http()): ReturnType<Actor['book']> =>
      buyer.at(http).book(showId, seatIds.slice(from, from + 3), 'k');
    const broken = await mustBreak(await ask(doomed.http), doomed);
    const early = [await ask(arena.http(0)), await ask(arena.http(1))];
    const left = await settled(arena, { showId, seatIds });
    return [
      ...broken,
      ...mustBe(`${clock}: retries before the end of the lease`, early.map(story), Array(2).fill('409 in-progress')),
      ...left,
      ...mustBe(`${clock}: a retry after it`, story(await ask()), '410 booking-expired'),
      ...(await mustHaveLasted(clock, arena, buyer)),
    ];
  } finally {
    await doomed.kill();
  }
}

/** By the clock of the database the booking lasted as long as its lease, and not 5 s longer. */
async function mustHaveLasted(clock: Clock, { database }: Arena, buyer: Actor): Promise<readonly string[]> {
  const user_id = ObjectId.createFromHexString(buyer.userId);
  const booking = await database.db.collection('bookings').findOne({ user_id });
  const lastedMs = booking?.['ended_at'] - booking?.['created_at'];
  const isRight = lastedMs >= LEASE_SECONDS * 1_000 && lastedMs <= (LEASE_SECONDS + 5) * 1_000;
  return isRight ? [] : [`${clock}: the booking was given up after ${lastedMs} ms`];
}
