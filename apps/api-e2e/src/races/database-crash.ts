import { randomUUID } from 'node:crypto';
import type { Actor, Booked } from '../harness/actors';
import type { EngineCrash } from '../harness/database';
import type { Reply } from '../harness/http';
import { until } from '../harness/until';
import type { Arena, ShowWithSeats } from './arena';
import { settled } from './kills/scene';
import { outcomeOf, Tally, type RaceResult } from './result';

/** How often the database dies while this many customers book. */
export interface CrashFigures {
  readonly crashes: number;
  readonly clients: number;
  /** What dies, in the name of the race. */
  readonly what?: string;
  /** What requests may meet besides answers, such as `ECONNRESET` where the process that serves them dies. */
  readonly faults?: readonly string[];
  /** Longest time a customer repeats one request with one key, in milliseconds. Default one minute. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 60_000;
/** No answer takes longer than this, in milliseconds, whatever happens to the database. */
const LONGEST_ANSWER_MS = 15_000;
/** More seats than anybody can sell between two crashes; a show has no more. */
const LARGEST_HOUSE = 100_000;
/** Bookings made between two crashes. */
const BETWEEN = 40;
/** Answers that a key keeps for ever: its booking was given up, or met a seat that the sweep had yet to free. */
const ENDED = ['booking-expired', 'seat-taken'];
/** What a customer may be told while the database dies and comes back, besides that the booking is made. */
const TOLD = ['seat-taken', 'in-progress', 'booking-expired', 'storage-unavailable', 'overloaded'];

/**
 * The database is killed again and again and comes back on the same files. Meanwhile customers book; whatever had no
 * outcome they repeat with the same key. Every booking answered with 201 is still there; no seat is lost; every answer
 * is 201, a refusal, or 503 with Retry-After; the API lives on.
 */
export async function raceThroughCrashes(arena: Arena, crash: EngineCrash, figures: CrashFigures): Promise<RaceResult> {
  const { crashes, clients, what = 'the database', patienceMs = PATIENCE_MS, faults = [] } = figures;
  const show = await arena.createShow({
    title: 'Crash',
    totalSeats: Math.min(LARGEST_HOUSE, clients * (crashes + 1) * 100),
  });
  const buyers = await arena.guests(clients);
  const tally = new Tally(`${crashes} kills of ${what} under ${clients} customers`);
  const shift: Shift = { isOver: false, booked: 0, patienceMs, faults };
  const shopping = buyers.map((buyer, index) => buyOneByOne({ buyer, show, tally, shift, index, step: buyers.length }));
  const made = await crashRepeatedly(crash, crashes, shift).catch((error: unknown) => String(error));
  if (made !== undefined) tally.wrong(made);
  shift.isOver = true;
  await Promise.all(shopping);
  for (const complaint of await settled(arena, show)) tally.wrong(complaint);
  const ended = arena.servers.filter(({ child }) => child.end !== undefined);
  if (ended.length > 0) tally.wrong(`${ended.length} servers have ended`);
  return tally.close(arena, crashes);
}

interface Shift {
  isOver: boolean;
  booked: number;
  readonly patienceMs: number;
  readonly faults: readonly string[];
}

/** Kills the database whenever some more bookings have been made. */
async function crashRepeatedly(crash: EngineCrash, crashes: number, shift: Shift): Promise<undefined> {
  for (let round = 0; round < crashes; round++) {
    await someBookings(shift);
    await crash.kill();
    await crash.restart();
  }
  await someBookings(shift);
  return undefined;
}

async function someBookings(shift: Shift): Promise<void> {
  const goal = shift.booked + BETWEEN;
  await until('bookings under way', shift.patienceMs, () => shift.booked >= goal);
}

interface Customer {
  readonly buyer: Actor;
  readonly show: ShowWithSeats;
  readonly tally: Tally;
  readonly shift: Shift;
  readonly index: number;
  readonly step: number;
}

/** Each customer has seats of its own, so that every booking succeeds in the end. */
async function buyOneByOne(customer: Customer): Promise<void> {
  const { show, tally, shift, index, step } = customer;
  for (let place = index; place < show.seatIds.length && !shift.isOver; place += step) {
    try {
      const answer = await insist(customer, show.seatIds[place] as string);
      if (answer.status !== 201) tally.wrong(`a booking came to ${answer.status} ${outcomeOf(answer)}`);
      else shift.booked++;
    } catch (error) {
      tally.wrong((error as Error).message);
    }
  }
}

/** Repeats with the same key until the outcome is known; a key whose booking has ended is replaced. */
async function insist({ buyer, show, tally, shift }: Customer, seatId: string): Promise<Reply<Booked>> {
  let key: string = randomUUID();
  const told: string[] = [];
  const attempt = async (): Promise<Reply<Booked> | undefined> => {
    const answer = await buyer.book(show.showId, [seatId], key);
    tally.add([answer]);
    if (told.at(-1) !== outcomeOf(answer)) told.push(outcomeOf(answer));
    judge(answer, tally, shift.faults);
    if (ENDED.includes(outcomeOf(answer))) key = randomUUID();
    return mayComeRight(answer) ? undefined : answer;
  };
  try {
    return await until('the outcome of a booking', shift.patienceMs, attempt);
  } catch (error) {
    throw new Error(`${(error as Error).message}; told were ${told.join(', ')}`, { cause: error });
  }
}

function judge(answer: Reply<Booked>, tally: Tally, faults: readonly string[]): void {
  const outcome = outcomeOf(answer);
  if (answer.status !== 201 && ![...TOLD, ...faults].includes(outcome))
    tally.wrong(`an answer was ${answer.status} ${outcome}`);
  if (answer.status === 503 && answer.headers['retry-after'] === undefined) tally.wrong('a 503 has no Retry-After');
  const ms = Math.round(answer.endedAt - answer.sentAt);
  if (ms > LONGEST_ANSWER_MS) tally.wrong(`an answer took ${ms} ms`);
}

/** Until the sweep has seen it, a seat may belong to an earlier booking of the same customer that was given up. */
function mayComeRight(answer: Reply<Booked>): boolean {
  return answer.status !== 201 && (answer.status === 0 || answer.status >= 500 || TOLD.includes(outcomeOf(answer)));
}
