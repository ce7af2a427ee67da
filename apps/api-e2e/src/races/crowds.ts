import type { Booked } from '../harness/actors';
import type { Reply } from '../harness/http';
import type { Arena } from './arena';
import { Progress } from './progress';
import { outcomeOf, Tally, type RaceResult } from './result';

/** How large the crowd is, and how often it meets. */
export interface CrowdFigures {
  /** Blocks of seats, one after the other. */
  readonly rounds: number;
  /** Requests at once for each block, each from a customer of its own. */
  readonly clients: number;
}

/** What a crowd asks for. Any two wishes share a seat, so that exactly one can succeed. */
interface Crowd {
  readonly name: string;
  /** Seats of a round's block. */
  readonly blockSize: number;
  /** Places in the block, from 0, in the order of the request. */
  readonly wishOf: (client: number, round: number) => readonly number[];
}

/** Many want the same seat at the same moment: one gets it, everybody else is told that it is taken. */
export async function raceForOneSeat(arena: Arena, figures: CrowdFigures): Promise<RaceResult> {
  const name = `${figures.clients} requests for one seat`;
  return raceCrowd(arena, figures, { name, blockSize: 1, wishOf: () => [0] });
}

/** Seats of a block of which any two fours share at least one. */
const SEVEN = [0, 1, 2, 3, 4, 5, 6];
/** The 35 ways to choose four of seven: all but each three of them. */
const FOURS = SEVEN.flatMap((a) =>
  SEVEN.filter((b) => b > a).flatMap((b) =>
    SEVEN.filter((c) => c > b).map((c) => SEVEN.filter((place) => ![a, b, c].includes(place))),
  ),
);

/** Many want four of the same seven seats at the same moment: one gets its four, everybody else is told what is taken. */
export async function raceOverlappingFours(arena: Arena, figures: CrowdFigures): Promise<RaceResult> {
  const name = `${figures.clients} overlapping requests for four of seven seats`;
  return raceCrowd(arena, figures, { name, blockSize: SEVEN.length, wishOf: fourOf });
}

/** Neighbours in the crowd want different seats and name them in different orders; each round starts with others. */
function fourOf(client: number, round: number): readonly number[] {
  const turn = client + round;
  const four = FOURS[turn % FOURS.length] as readonly number[];
  const first = turn % four.length;
  const turned = [...four.slice(first), ...four.slice(0, first)];
  return turn % 2 === 0 ? turned : turned.reverse();
}

async function raceCrowd(arena: Arena, { rounds, clients }: CrowdFigures, crowd: Crowd): Promise<RaceResult> {
  const { name, blockSize, wishOf } = crowd;
  const buyers = await arena.guests(clients);
  const { showId, seatIds } = await arena.createShow({ title: name, totalSeats: rounds * blockSize });
  const tally = new Tally(name);
  const progress = new Progress(`${name}, rounds`, rounds);
  for (let round = 0; round < rounds; round++) {
    const block = seatIds.slice(round * blockSize, (round + 1) * blockSize);
    const wishes = buyers.map((_, client) => wishOf(client, round).map((place) => block[place] as string));
    const answers = await Promise.all(buyers.map((buyer, client) => buyer.book(showId, wishes[client] ?? [])));
    tally.add(answers);
    for (const complaint of judge(answers, wishes)) tally.wrong(`round ${round}: ${complaint}`);
    progress.add();
  }
  return tally.close(arena, rounds);
}

/** Exactly one wins; everybody else gets `seat-taken` with a seat that they asked for; there is no other answer. */
function judge(answers: readonly Reply<Booked>[], wishes: readonly (readonly string[])[]): readonly string[] {
  const outcomes = answers.map(outcomeOf);
  const winners = outcomes.filter((outcome) => outcome === 'booked').length;
  const odd = outcomes.filter((outcome) => outcome !== 'booked' && outcome !== 'seat-taken');
  const misled = answers.filter((answer, client) => {
    const named = answer.body.seatIds ?? [];
    const isOfWish = named.length > 0 && named.every((seatId) => wishes[client]?.includes(seatId));
    return outcomes[client] === 'seat-taken' && !isOfWish;
  });
  return [
    ...(winners === 1 ? [] : [`${winners} buyers won`]),
    ...(misled.length === 0 ? [] : [`${misled.length} refusals name no seat that was asked for`]),
    ...(odd.length === 0 ? [] : [`${odd.length} answers were ${[...new Set(odd)].join(', ')}`]),
  ];
}
