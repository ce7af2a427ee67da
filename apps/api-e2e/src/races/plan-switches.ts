import { admin, type Actor, type Booked } from '../harness/actors';
import type { Reply } from '../harness/http';
import { inParallel } from '../harness/until';
import type { Arena } from './arena';
import { drawHall, showInHall, switchAt, wrongIn } from './drawn-hall';
import { Progress } from './progress';
import { outcomeOf, Tally, type RaceResult } from './result';

/** How many shows switch their plan. */
export interface SwitchFigures {
  readonly rounds: number;
}

/** Rounds that run at the same time, each with a show of its own. */
const LANES = 4;

/**
 * A show switches to a version of its plan in which one seat vanishes and two get other names, at one process, while
 * customers book those seats at another, which knows the earlier version for up to a second after the switch. Either the
 * switch is refused, or no seat that vanished is sold and each ticket says what its seat is called.
 */
export async function raceSwitches(arena: Arena, { rounds }: SwitchFigures): Promise<RaceResult> {
  const name = 'a switch of the plan against bookings of the seats that it changes';
  const [owner, idle] = [await admin(arena.http(1)), await arena.guests(LANES * 2)];
  const planId = await drawHall(owner);
  const tally = new Tally(name);
  const progress = new Progress(`${name}, rounds`, rounds);
  await inParallel([...Array(rounds).keys()], LANES, async (round) => {
    const [early, late] = [idle.pop() as Actor, idle.pop() as Actor];
    const { showId, seatIds } = await showInHall(owner, planId, `${name} ${round}`);
    const [, vanishing = '', renamed = '', last = ''] = seatIds;
    const there = arena.http(0);
    // Who serves the customers knows the earlier version.
    await there.get(`/api/shows/${showId}`);
    // In every third round nobody books at the same time, so that the switch goes on for sure.
    const book = (): Promise<Reply<Booked>> => early.at(there).book(showId, [round % 2 === 0 ? vanishing : renamed]);
    const [booked, switched] = await Promise.all([
      round % 3 === 0 ? undefined : book(),
      switchAt(arena.http(1), owner, showId),
    ]);
    const after = await late.at(there).book(showId, [last]);
    tally.add([...(booked === undefined ? [] : [booked]), after]);
    idle.push(early, late);
    for (const wrong of judge(switched, booked)) tally.wrong(`round ${round}: ${wrong}`);
    for (const wrong of await wrongIn(arena, arena.http(1), showId)) tally.wrong(`round ${round}: ${wrong}`);
    progress.add();
  });
  return tally.close(arena, rounds);
}

/** Only a seat that somebody has may stand in the way of a switch, and it does. */
function judge(switched: Reply<object>, booked: Reply<Booked> | undefined): readonly string[] {
  const told = switched.status === 200 ? 'switched' : outcomeOf(switched);
  if (told !== 'switched' && told !== 'seat-taken') return [`the switch was answered ${told}`];
  if (told === 'seat-taken' && booked === undefined) return ['the switch was refused, and nobody had a seat'];
  const both = told === 'switched' && booked !== undefined && outcomeOf(booked) === 'booked';
  return both ? ['the switch was made, and a seat that it changes was sold before it'] : [];
}
