import { randomUUID } from 'node:crypto';
import type { Actor, Booked } from '../harness/actors';
import type { EngineCrash } from '../harness/database';
import type { Reply } from '../harness/http';
import { until } from '../harness/until';
import type { Arena, House } from './arena';
import { settled } from './kills/scene';
import { Tally, type RaceResult } from './result';

/** How often the database dies while this many customers book. */
export interface CrashFigures {
  readonly crashes: number;
  readonly clients: number;
}

/** Longest time a customer repeats one request with one key, in milliseconds. */
const PATIENCE_MS = 60_000;
/** Bookings made between two crashes. */
const BETWEEN = 40;

/**
 * The database's process is killed again and again and comes back on the same files, while customers book and repeat
 * with the same key whatever got no answer. Every booking answered with 201 is still there; no seat is lost.
 */
export async function raceThroughCrashes(arena: Arena, figures: CrashFigures): Promise<RaceResult> {
  const { crash } = arena.database;
  if (crash === undefined) throw new Error('A database server that others use is not killed.');
  const house = await arena.house({ title: 'Crash', totalSeats: figures.clients * (figures.crashes + 1) * 10 });
  const buyers = await arena.guests(figures.clients);
  const tally = new Tally(`${figures.crashes} kills of the database under ${figures.clients} customers`);
  const shift = { isOver: false, booked: 0 };
  const shopping = buyers.map((buyer, index) =>
    buyOneByOne({ buyer, house, tally, shift, index, step: buyers.length }),
  );
  await crashRepeatedly(crash, figures.crashes, shift);
  shift.isOver = true;
  await Promise.all(shopping);
  for (const complaint of await settled(arena, house)) tally.wrong(complaint);
  return tally.close(arena, figures.crashes);
}

interface Shift {
  isOver: boolean;
  booked: number;
}

/** Kills the database whenever some more bookings have been made. */
async function crashRepeatedly(crash: EngineCrash, crashes: number, shift: Shift): Promise<void> {
  for (let round = 0; round < crashes; round++) {
    const goal = shift.booked + BETWEEN;
    await until('bookings under way', PATIENCE_MS, () => shift.booked >= goal);
    await crash.kill();
    await crash.restart();
  }
  const last = shift.booked + BETWEEN;
  await until('bookings after the last crash', PATIENCE_MS, () => shift.booked >= last);
}

interface Customer {
  readonly buyer: Actor;
  readonly house: House;
  readonly tally: Tally;
  readonly shift: Shift;
  readonly index: number;
  readonly step: number;
}

/** Each customer has seats of its own, so that every booking succeeds in the end. */
async function buyOneByOne({ buyer, house, tally, shift, index, step }: Customer): Promise<void> {
  for (let place = index; place < house.seatIds.length && !shift.isOver; place += step) {
    const answer = await insist(buyer, house, house.seatIds[place] as string);
    shift.booked++;
    tally.add([answer]);
    if (answer.status !== 201) tally.wrong(`a booking came to ${answer.status} ${answer.body.code ?? answer.fault}`);
  }
}

/** Repeats with the same key until the outcome is known; a key whose booking was given up is replaced. */
async function insist(buyer: Actor, { showId }: House, seatId: string): Promise<Reply<Booked>> {
  let key: string = randomUUID();
  return until('the outcome of a booking', PATIENCE_MS, async () => {
    const answer = await buyer.book(showId, [seatId], key);
    if (answer.status === 410 || answer.body.code === 'booking-expired') key = randomUUID();
    const isKnown = answer.status === 201 || (answer.status < 500 && answer.status !== 0 && !mayComeRight(answer));
    return isKnown ? answer : undefined;
  });
}

/** A seat of one's own may be taken by one's own booking that was given up, until the sweep has seen it. */
function mayComeRight({ status, body }: Reply<Booked>): boolean {
  const code = body.code ?? '';
  return status === 410 || ['in-progress', 'booking-expired', 'seat-taken'].includes(code);
}
