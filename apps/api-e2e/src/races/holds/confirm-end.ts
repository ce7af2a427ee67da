import { ObjectId } from 'mongodb';
import { setTimeout } from 'node:timers/promises';
import { inParallel, until } from '../../harness/until';
import type { Actor } from '../../harness/actors';
import type { Arena, ShowWithSeats } from '../arena';
import { outcomeOf, Tally, type RaceResult } from '../result';
import { seatsThatStand } from './seats';

/** How often a hold is confirmed at its end. */
export interface EndFigures {
  readonly rounds: number;
}

/** What a server of this race is started with: holds that end after a second, and are never extended. */
export const SHORT_HOLDS = { HOLD_SECONDS: '1', HOLD_MAX_SECONDS: '1' } as const;
/** Holds that end at the same time. */
const WIDTH = 20;
/** Confirms are sent up to so long before and after the end, in milliseconds. */
const AROUND_MS = 40;

/**
 * Holds are confirmed at the very instant of their end: each is either booked with all its seats, or over, with all its
 * seats free within five seconds. The stored times show that none was confirmed after its end.
 */
export async function raceConfirmAgainstEnd(arena: Arena, { rounds }: EndFigures): Promise<RaceResult> {
  const name = 'holds that are confirmed at the instant of their end';
  const tally = new Tally(name);
  const show = await arena.createShow({ title: name, totalSeats: 2 * rounds });
  const places = Array.from({ length: rounds }, (_, index) => index);
  await inParallel(places, WIDTH, async (round) => {
    const [buyer] = (await arena.guests(1)) as [Actor];
    const seatIds = show.seatIds.slice(2 * round, 2 * round + 2);
    const held = await buyer.hold(show.showId, seatIds);
    const aim = Date.parse(held.body.until) - AROUND_MS + (2 * AROUND_MS * (round % WIDTH)) / WIDTH;
    await setTimeout(Math.max(0, aim - Date.now()));
    const hold = { showId: show.showId, holdId: held.body.holdId };
    const booked = await buyer.at(arena.http(round)).bookHeld(hold, seatIds);
    const outcome = outcomeOf(booked);
    if (outcome === 'booked' || outcome === 'booking-expired') tally.add([booked]);
    else tally.wrong(`round ${round}: ${outcome}`);
  });
  for (const complaint of await judge(arena, show)) tally.wrong(complaint);
  return tally.close(arena, rounds);
}

async function judge(arena: Arena, show: ShowWithSeats): Promise<readonly string[]> {
  const show_id = ObjectId.createFromHexString(show.showId);
  const bookings = arena.database.db.collection('bookings');
  const confirmed = await bookings.find({ show_id, status: 'CONFIRMED' }).toArray();
  const late = confirmed.filter(({ confirmed_at, lease_until }) => confirmed_at >= lease_until);
  const expected = confirmed.flatMap(({ _id, seats }) => (seats as ObjectId[]).map((seat) => `${seat} BOOKED ${_id}`));
  const stand = async (): Promise<readonly string[]> => seatsThatStand(arena, show);
  const isSettled = async (): Promise<boolean> => String(await stand()) === String(expected.toSorted());
  const wrong = await until('each seat to be sold or free', 6_000, isSettled).then(
    () => [],
    (error: Error) => [error.message],
  );
  return [...late.map(({ _id }) => `rule 7: hold ${_id} was confirmed after its end`), ...wrong];
}
