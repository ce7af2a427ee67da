import { admin, type Actor, type Booked } from '../harness/actors';
import type { Reply } from '../harness/http';
import { inParallel } from '../harness/until';
import type { Arena } from './arena';
import { Progress } from './progress';
import { outcomeOf, Tally, type RaceResult } from './result';

/** How often staff and a customer meet. */
export interface BlockFigures {
  readonly rounds: number;
}

/** Rounds that run at the same time, each on seats of its own. */
const LANES = 8;

/** Staff block [A1, A2] while a customer books them: one of them has both, and every seat stands as its winner was told. */
export async function raceBlocks(arena: Arena, { rounds }: BlockFigures): Promise<RaceResult> {
  const name = 'a block of [A1,A2] against a booking of them';
  const [staff, idle] = [await admin(arena.http(1)), await arena.guests(LANES)];
  const { showId, seatIds } = await arena.createShow({ title: name, totalSeats: rounds * 2 });
  const tally = new Tally(name);
  const progress = new Progress(`${name}, rounds`, rounds);
  const blocked = new Set<string>();
  await inParallel([...Array(rounds).keys()], LANES, async (round) => {
    const customer = idle.pop() as Actor;
    const seats = seatIds.slice(round * 2, round * 2 + 2);
    const block = { seatIds: seats, reason: 'camera' };
    const book = (): Promise<Reply<Booked>> => customer.book(showId, seats);
    const blockThem = (): Promise<Reply<Blocked>> => staff.post(`/api/admin/shows/${showId}/seats/block`, block);
    // In turns the one or the other is sent first: else the same of them would win nearly always.
    const early = round % 2 === 0 ? undefined : blockThem();
    const [booking, blocking] = await Promise.all([book(), early ?? blockThem()]);
    idle.push(customer);
    tally.add([booking]);
    if (blocking.status === 200) for (const seatId of seats) blocked.add(seatId);
    const complaint = judge(outcomeOf(booking), blocking.status === 200 ? 'blocked' : outcomeOf(blocking));
    if (complaint !== undefined) tally.wrong(`round ${round}: ${complaint}`);
    progress.add();
  });
  for (const wrong of await unlike(arena, showId, blocked)) tally.wrong(wrong);
  return tally.close(arena, rounds);
}

interface Blocked {
  readonly changedSeatIds: readonly string[];
}

/** Both may be refused, where each had one of the seats first; then neither keeps any. */
function judge(booking: string, blocking: string): string | undefined {
  const odd = [booking, blocking].filter((outcome) => !['booked', 'blocked', 'seat-taken'].includes(outcome));
  if (odd.length > 0) return odd.join(', ');
  return booking === 'booked' && blocking === 'blocked' ? 'the same seats were booked and blocked' : undefined;
}

/** A seat is blocked exactly when staff were told so. */
async function unlike({ database }: Arena, showId: string, told: ReadonlySet<string>): Promise<readonly string[]> {
  const seats = await database.db.collection('seats').find({ status: 'BLOCKED' }).toArray();
  const stored = new Set(seats.filter(({ show_id }) => String(show_id) === showId).map(({ _id }) => String(_id)));
  return [
    ...[...told].filter((seatId) => !stored.has(seatId)).map((seatId) => `${seatId} was told blocked, and is not`),
    ...[...stored].filter((seatId) => !told.has(seatId)).map((seatId) => `${seatId} is blocked, and nobody was told`),
  ];
}
