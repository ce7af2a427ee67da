import type { Arena } from './arena';
import { outcomeOf, Tally, type RaceResult } from './result';

/** How hard the race for one seat is. */
export interface OneSeatFigures {
  /** Seats, one after the other. */
  readonly rounds: number;
  /** Requests at once for each seat, each from a customer of its own. */
  readonly clients: number;
}

/** Many want the same seat at the same moment: one gets it, everybody else is told that it is taken. */
export async function raceForOneSeat(arena: Arena, { rounds, clients }: OneSeatFigures): Promise<RaceResult> {
  const buyers = await arena.guests(clients);
  const { showId, seatIds } = await arena.house({ title: 'One seat', totalSeats: rounds });
  const tally = new Tally(`${clients} requests for one seat`);
  for (const [round, seatId] of seatIds.entries()) {
    const answers = await Promise.all(buyers.map((buyer) => buyer.book(showId, [seatId])));
    tally.add(answers);
    const winners = answers.filter(({ status }) => status === 201).length;
    if (winners !== 1) tally.wrong(`round ${round}: ${winners} buyers got the seat`);
    const misled = answers.filter(
      (answer) => outcomeOf(answer) === 'seat-taken' && answer.body.seatIds?.[0] !== seatId,
    );
    if (misled.length > 0) tally.wrong(`round ${round}: ${misled.length} refusals name another seat`);
    const odd = answers.map(outcomeOf).filter((outcome) => outcome !== 'booked' && outcome !== 'seat-taken');
    if (odd.length > 0) tally.wrong(`round ${round}: ${odd.length} answers were ${[...new Set(odd)].join(', ')}`);
  }
  return tally.close(arena, rounds);
}
