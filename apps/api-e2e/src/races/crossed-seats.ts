import type { Booked } from '../harness/actors';
import type { Reply } from '../harness/http';
import { inParallel } from '../harness/until';
import type { Arena } from './arena';
import { outcomeOf, Tally, type RaceResult } from './result';

/** How often buyers whose seats overlap meet. */
export interface CrossedFigures {
  readonly rounds: number;
  /** Rounds that run at the same time, each on seats of its own. Default 8. */
  readonly lanes?: number;
}

/** What one buyer of a round asks for: places in the round's block of seats, in the order of the request. */
type Wish = readonly number[];

interface Contest {
  readonly name: string;
  readonly blockSize: number;
  readonly wishes: readonly Wish[];
  /** The rounds whose answers are wrong say why. */
  readonly judge: (outcomes: readonly string[]) => string | undefined;
}

/** [A1, A2] against [A2, A1]: exactly one of them gets both seats. */
export async function raceCrossedPairs(arena: Arena, figures: CrossedFigures): Promise<RaceResult> {
  return runContest(arena, figures, {
    name: '[A1,A2] against [A2,A1]',
    blockSize: 2,
    wishes: [
      [0, 1],
      [1, 0],
    ],
    judge: (outcomes) => {
      const winners = outcomes.filter((outcome) => outcome === 'booked').length;
      return winners === 1 ? undefined : `${winners} of two buyers of the same seats got them`;
    },
  });
}

/** Four buyers of four seats each, each sharing seats with the next: at least one wins, and no seat is sold twice. */
export async function raceOverlappingFours(arena: Arena, figures: CrossedFigures): Promise<RaceResult> {
  return runContest(arena, figures, {
    name: 'four overlapping requests for four seats',
    blockSize: 8,
    wishes: [
      [0, 1, 2, 3],
      [5, 4, 3, 2],
      [4, 5, 6, 7],
      [7, 0, 6, 1],
    ],
    judge: (outcomes) => (outcomes.includes('booked') ? undefined : 'all four buyers were refused'),
  });
}

async function runContest(arena: Arena, figures: CrossedFigures, contest: Contest): Promise<RaceResult> {
  const { rounds, lanes = 8 } = figures;
  const { name, blockSize, wishes, judge } = contest;
  const buyers = await arena.guests(lanes * wishes.length);
  const { showId, seatIds } = await arena.house({ title: name, totalSeats: rounds * blockSize });
  const tally = new Tally(name);
  const idle = Array.from({ length: lanes }, (_, lane) => lane);
  const blocks = Array.from({ length: rounds }, (_, round) => round);
  await inParallel(blocks, lanes, async (round) => {
    const lane = idle.pop() as number;
    const block = seatIds.slice(round * blockSize, (round + 1) * blockSize);
    const answers = await Promise.all(
      wishes.map((wish, i) => {
        const buyer = buyers[lane * wishes.length + i] as (typeof buyers)[number];
        return buyer.book(
          showId,
          wish.map((place) => block[place] as string),
        );
      }),
    );
    idle.push(lane);
    tally.add(answers);
    judgeRound(tally, round, answers, judge);
  });
  return tally.close(arena, rounds);
}

function judgeRound(tally: Tally, round: number, answers: readonly Reply<Booked>[], judge: Contest['judge']): void {
  const outcomes = answers.map(outcomeOf);
  const complaint = judge(outcomes);
  if (complaint !== undefined) tally.wrong(`round ${round}: ${complaint}`);
  const odd = outcomes.filter((outcome) => outcome !== 'booked' && outcome !== 'seat-taken');
  if (odd.length > 0) tally.wrong(`round ${round}: ${odd.join(', ')}`);
}
