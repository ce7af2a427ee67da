import type { Actor, Booked } from '../harness/actors';
import type { Reply } from '../harness/http';
import { until } from '../harness/until';
import type { Arena, ShowWithSeats } from './arena';
import { Progress } from './progress';
import { outcomeOf, Tally, type RaceResult } from './result';

/** How much one customer asks for. */
export interface HoardFigures {
  /** Shows for which he tries it, one after the other. */
  readonly rounds: number;
  /** Requests at once, every third a hold. Each asks for a different seat, so that only the limit can refuse them. */
  readonly requests: number;
}

/** How many seats a customer may have. */
const LIMIT = 4;
/** Long enough for a request that was told to try again. */
const PATIENCE_MS = 60_000;

/** One customer fires all his requests at once at all servers: he never gets more seats than the show allows him. */
export async function raceToHoard(arena: Arena, { rounds, requests }: HoardFigures): Promise<RaceResult> {
  const name = `${requests} requests of one customer who may have ${LIMIT} seats`;
  const tally = new Tally(name);
  const progress = new Progress(`${name}, rounds`, rounds);
  for (let round = 0; round < rounds; round++) {
    const show = await arena.createShow({ title: name, totalSeats: requests, limitPerCustomer: LIMIT });
    const [hoarder] = (await arena.guests(1)) as [Actor];
    const answers = await Promise.all(
      show.seatIds.map((seatId, index) => ask(hoarder.at(arena.http(index)), show, { seatId, index })),
    );
    tally.add(answers);
    for (const complaint of await judge(arena, show, hoarder, answers.map(outcomeOf))) {
      tally.wrong(`round ${round}: ${complaint}`);
    }
    progress.add();
  }
  return tally.close(arena, rounds);
}

/** Books the seat, or holds it. */
async function ask(
  hoarder: Actor,
  { showId }: ShowWithSeats,
  { seatId, index }: { readonly seatId: string; readonly index: number },
): Promise<Reply<Booked>> {
  if (index % 3 !== 2) return hoarder.book(showId, [seatId]);
  const held = await hoarder.hold(showId, [seatId]);
  return { ...held, body: { ...held.body, bookingId: held.body.holdId, showId, seatIds: [seatId] } };
}

/**
 * No seat is given back in this race, so what he has at the end is the most that he ever had. Whatever he was
 * answered, afterwards he can book up to the limit and not one seat more.
 */
async function judge(
  arena: Arena,
  { showId, seatIds }: ShowWithSeats,
  hoarder: Actor,
  outcomes: readonly string[],
): Promise<readonly string[]> {
  const has = (): Promise<number> => seatsSold(arena, showId);
  const [won, had] = [outcomes.filter((outcome) => outcome === 'booked').length, await has()];
  const odd = outcomes.filter((outcome) => !EXPECTED.includes(outcome));
  await bookWhatIsHeld(arena, showId, hoarder);
  // The last seats are those that were asked for last, and most likely refused.
  for (const seatId of seatIds.toReversed().slice(0, 2 * LIMIT)) {
    await until('an answer that is certain', PATIENCE_MS, async () => {
      const outcome = outcomeOf(await hoarder.book(showId, [seatId]));
      return outcome === 'in-progress' ? undefined : outcome;
    });
  }
  const hasAtLast = await has();
  return [
    ...(won >= 1 && won <= LIMIT ? [] : [`rule 9: ${won} of the requests won`]),
    ...(had === won ? [] : [`rule 9: ${won} requests won, and the customer has ${had} seats`]),
    ...(hasAtLast === LIMIT ? [] : [`rule 9: the customer has ${hasAtLast} seats in the end, and may have ${LIMIT}`]),
    ...(odd.length === 0 ? [] : [`${odd.length} answers were ${[...new Set(odd)].join(', ')}`]),
  ];
}

/** How one of many requests of a customer may end. */
const EXPECTED: readonly string[] = ['booked', 'in-progress', 'limit-reached', 'hold-open'];

/** Books the hold that he may have; while it is open, his other bookings are refused. */
async function bookWhatIsHeld(arena: Arena, showId: string, hoarder: Actor): Promise<void> {
  const held = await arena.database.db.collection('bookings').find({ status: 'HELD' }).toArray();
  for (const { _id, seats, show_id } of held) {
    if (String(show_id) !== showId) continue;
    await hoarder.bookHeld({ showId, holdId: String(_id) }, (seats as readonly unknown[]).map(String));
  }
}

/** Nobody else books this show. */
async function seatsSold(arena: Arena, showId: string): Promise<number> {
  const seats = (await arena.database.db
    .collection('seats')
    .find({ status: { $in: ['BOOKED', 'HELD'] } })
    .toArray()) as readonly unknown[];
  return seats.filter((seat) => String((seat as { show_id: unknown }).show_id) === showId).length;
}
