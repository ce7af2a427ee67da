import type { Actor, Booked } from '../harness/actors';
import { seatMapOf } from '../harness/actors';
import type { Reply } from '../harness/http';
import type { Arena, ShowWithSeats } from './arena';
import { Progress } from './progress';
import { outcomeOf, Tally, type RaceResult } from './result';

/** How many seats the show has, and how many people want to book them. */
export interface SellOutFigures {
  readonly seats: number;
  readonly bookers: number;
}

/** One request and its answer. `end` is infinite while it is under way. */
interface Attempt {
  readonly seatIds: readonly string[];
  readonly sentAt: number;
  endedAt: number;
  outcome: string;
  /** The seat that a refusal names. */
  refusedSeat: string | undefined;
}

/** People crowd to this many of the best seats that are left. */
const CROWD = 200;
/** A party wants at most this many seats. */
const LARGEST_PARTY = 4;

/**
 * Bookers in parties of one to four take seats until the show is sold out. Every seat is sold, and nobody is refused
 * a seat that was free during the whole of the request.
 */
export async function raceToSellOut(arena: Arena, { seats, bookers }: SellOutFigures): Promise<RaceResult> {
  const show = await arena.createShow({ title: 'Sold out', totalSeats: seats });
  const buyers = await arena.guests(bookers);
  const name = `${bookers} bookers, ${seats} seats, until sold out`;
  const tally = new Tally(name);
  const sold = new Progress(`${name}, sold`, seats);
  const wanted = new WantedSeats(show.seatIds);
  const attempts: Attempt[] = [];
  // A refused seat may become free again when its booker fails at another seat: ask the map until nothing is free.
  for (let free = show.seatIds; free.length > 0; free = await freeSeats(arena, show)) {
    wanted.refill(free);
    await Promise.all(buyers.map((buyer) => buyWhileWanted({ buyer, show, wanted, attempts, tally, sold })));
    if (attempts.length > seats * 10) {
      tally.wrong(`${free.length} seats cannot be sold`);
      break;
    }
  }
  for (const attempt of falseRefusals(attempts)) {
    tally.wrong(`seat ${attempt.refusedSeat} was refused though it was free during the whole request`);
  }
  return tally.close(arena, 1);
}

interface Shopping {
  readonly buyer: Actor;
  readonly show: ShowWithSeats;
  readonly wanted: WantedSeats;
  readonly attempts: Attempt[];
  readonly tally: Tally;
  readonly sold: Progress;
}

async function buyWhileWanted({ buyer, show, wanted, attempts, tally, sold }: Shopping): Promise<void> {
  for (let party = wanted.choose(); party.length > 0; party = wanted.choose()) {
    const attempt: Attempt = {
      seatIds: party,
      sentAt: performance.now(),
      endedAt: Infinity,
      outcome: '',
      refusedSeat: undefined,
    };
    attempts.push(attempt);
    const answer = await buyer.book(show.showId, party);
    learn(attempt, answer, wanted);
    tally.add([answer]);
    if (attempt.outcome === 'booked') sold.add(party.length);
    const isExpected = attempt.outcome === 'booked' || attempt.outcome === 'seat-taken';
    if (!isExpected) tally.wrong(`a booking was answered with ${attempt.outcome}`);
  }
}

function learn(attempt: Attempt, answer: Reply<Booked>, wanted: WantedSeats): void {
  attempt.endedAt = answer.endedAt;
  attempt.outcome = outcomeOf(answer);
  attempt.refusedSeat = answer.body.seatIds?.[0];
  if (attempt.outcome === 'booked') attempt.seatIds.forEach((seatId) => wanted.remove(seatId));
  else if (attempt.refusedSeat !== undefined) wanted.remove(attempt.refusedSeat);
  else attempt.seatIds.forEach((seatId) => wanted.remove(seatId));
}

/** The seats that the bookers believe to be free. */
class WantedSeats {
  private readonly inOrder: readonly string[];
  private readonly free = new Set<string>();

  constructor(inOrder: readonly string[]) {
    this.inOrder = inOrder;
  }

  refill(seatIds: readonly string[]): void {
    seatIds.forEach((seatId) => this.free.add(seatId));
  }

  remove(seatId: string): void {
    this.free.delete(seatId);
  }

  /** Neighbours around one of the first free seats, as people crowd to the best ones; fewer when some are gone. */
  choose(): readonly string[] {
    const [first, ...others] = firstOf(this.free, CROWD);
    if (first === undefined) return [];
    const start = [first, ...others][Math.floor(Math.random() * (others.length + 1))] as string;
    const size = 1 + Math.floor(Math.random() * LARGEST_PARTY);
    const from = this.inOrder.indexOf(start);
    return this.inOrder.slice(from, from + size).filter((seatId) => this.free.has(seatId));
  }
}

function firstOf<T>(items: Iterable<T>, count: number): T[] {
  const first: T[] = [];
  for (const item of items) {
    if (first.length === count) break;
    first.push(item);
  }
  return first;
}

async function freeSeats(arena: Arena, { showId }: ShowWithSeats): Promise<readonly string[]> {
  const { seats } = await seatMapOf(arena.http(), showId);
  return seats.filter(({ status }) => status === 'AVAILABLE').map(({ id }) => id);
}

/**
 * Refusals that nothing explains. A refusal is right when another request had the seat meanwhile: one that was sent
 * before the refusal came and got the seat, or one under way at the same time that locked the seat before it failed at
 * a later one (seats are locked in ascending order).
 */
function falseRefusals(attempts: readonly Attempt[]): readonly Attempt[] {
  const bySeat = new Map<string, Attempt[]>();
  for (const attempt of attempts) {
    for (const seatId of attempt.seatIds) bySeat.set(seatId, [...(bySeat.get(seatId) ?? []), attempt]);
  }
  return attempts.filter((refused) => {
    if (refused.outcome !== 'seat-taken') return false;
    const seatId = refused.refusedSeat as string;
    const rivals = bySeat.get(seatId) ?? [];
    return !rivals.some((rival) => rival !== refused && explains(rival, refused, seatId));
  });
}

function explains(rival: Attempt, refused: Attempt, seatId: string): boolean {
  if (rival.sentAt > refused.endedAt) return false;
  if (rival.outcome === 'booked') return true;
  const heldIt = rival.refusedSeat === undefined || rival.refusedSeat > seatId;
  return heldIt && rival.endedAt > refused.sentAt;
}
