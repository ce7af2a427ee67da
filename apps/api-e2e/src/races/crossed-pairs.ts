import type { Actor } from '../harness/actors';
import { inParallel } from '../harness/until';
import type { Arena } from './arena';
import { Progress } from './progress';
import { outcomeOf, Tally, type RaceResult } from './result';

/** How often two buyers meet. */
export interface CrossedFigures {
  readonly rounds: number;
}

/** Rounds that run at the same time, each on seats of its own. */
const LANES = 8;

/** [A1, A2] against [A2, A1]: exactly one of them gets both seats. */
export async function raceCrossedPairs(arena: Arena, { rounds }: CrossedFigures): Promise<RaceResult> {
  const name = '[A1,A2] against [A2,A1]';
  const idle = await Promise.all(Array.from({ length: LANES }, () => arena.guests(2)));
  const { showId, seatIds } = await arena.createShow({ title: name, totalSeats: rounds * 2 });
  const tally = new Tally(name);
  const progress = new Progress(`${name}, rounds`, rounds);
  await inParallel([...Array(rounds).keys()], LANES, async (round) => {
    const pair = idle.pop() as Actor[];
    const [first, second] = pair as [Actor, Actor];
    const seats = seatIds.slice(round * 2, round * 2 + 2);
    const answers = await Promise.all([first.book(showId, seats), second.book(showId, seats.toReversed())]);
    idle.push(pair);
    tally.add(answers);
    for (const complaint of judge(answers.map(outcomeOf))) tally.wrong(`round ${round}: ${complaint}`);
    progress.add();
  });
  return tally.close(arena, rounds);
}

function judge(outcomes: readonly string[]): readonly string[] {
  const winners = outcomes.filter((outcome) => outcome === 'booked').length;
  const odd = outcomes.filter((outcome) => outcome !== 'booked' && outcome !== 'seat-taken');
  return [
    ...(winners === 1 ? [] : [`${winners} of two buyers of the same seats got them`]),
    ...(odd.length === 0 ? [] : [odd.join(', ')]),
  ];
}
