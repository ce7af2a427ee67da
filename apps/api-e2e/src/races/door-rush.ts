import { randomUUID } from 'node:crypto';
import { admin, expectStatus, type Actor } from '../harness/actors';
import type { Reply } from '../harness/http';
import { inParallel } from '../harness/until';
import type { Arena } from './arena';
import { Progress } from './progress';
import { outcomeOf, Tally, type RaceResult } from './result';

/** How many tickets come to the doors. */
export interface DoorFigures {
  readonly tickets: number;
}

/** Each ticket is shown at every door at once. */
const DOORS = 5;
/** Tickets of one booking, which all doors write into. */
const SEATS = 4;
/** Bookings whose tickets are at the doors at the same time. */
const LANES = 4;

interface Admission {
  readonly entry: { readonly at: string; readonly door: string | null; readonly scanId: string };
}

/**
 * Each ticket is shown at five doors of two servers at once: it lets one person in, at the door that says so, and the list
 * of the doors says the same. Of every fifth booking the customer gives the first seat back in the same moment: either
 * somebody is in with it, or it is given back.
 */
export async function raceAtTheDoors(arena: Arena, { tickets }: DoorFigures): Promise<RaceResult> {
  const name = `${tickets} tickets, each at ${DOORS} doors at once`;
  const doors = [await admin(arena.http(0)), await admin(arena.http(1))];
  const { showId, seatIds } = await arena.createShow({ title: name, totalSeats: tickets });
  const parties = Array.from({ length: tickets / SEATS }, (_, nth) => seatIds.slice(nth * SEATS, (nth + 1) * SEATS));
  const [tally, progress] = [new Tally(name), new Progress(`${name}, bookings`, parties.length)];
  const customers = await arena.guests(LANES);
  let admitted = 0;
  await inParallel(parties, LANES, async (seats, nth) => {
    const customer = customers.pop() as Actor;
    const booked = await customer.book(showId, seats);
    const { bookingId } = expectStatus(201, booked);
    tally.add([booked]);
    const all = seats.map((seatId) => scansOf(doors, { showId, bookingId, seatId }));
    const given = nth % 5 === 0 ? customer.cancel(bookingId, seats.slice(0, 1)) : undefined;
    const answers = await Promise.all(all.map((scans) => Promise.all(scans)));
    const isGiven = (await given)?.status === 200;
    answers.forEach((scans, at) => {
      admitted += wonOf(scans);
      for (const wrong of judge(scans, at === 0 && isGiven)) tally.wrong(`booking ${nth}, seat ${at}: ${wrong}`);
    });
    customers.push(customer);
    progress.add();
  });
  const path = `/api/admin/shows/${showId}/door-list`;
  const list = expectStatus(200, await (doors[0] as Actor).get<{ admitted: number }>(path));
  if (list.admitted !== admitted) tally.wrong(`${admitted} were let in, and the list says ${list.admitted}`);
  return tally.close(arena, parties.length);
}

function scansOf(
  doors: readonly Actor[],
  { showId, ...ticket }: { readonly showId: string; readonly bookingId: string; readonly seatId: string },
): readonly Promise<Reply<Admission>>[] {
  return Array.from({ length: DOORS }, (_, nth) => {
    const body = { ...ticket, scanId: randomUUID(), door: `Door ${nth}` };
    return (doors[nth % doors.length] as Actor).post<Admission>(`/api/admin/shows/${showId}/entries`, body);
  });
}

/** One door wins, or none where the seat was given back; the others say that the ticket is used, or void. */
function judge(scans: readonly Reply<Admission>[], isGiven: boolean): readonly string[] {
  const won = wonOf(scans);
  const expected = isGiven ? 0 : 1;
  const lost = isGiven ? 'ticket-void' : 'ticket-used';
  const odd = scans
    .filter(({ status }) => status !== 200)
    .map(outcomeOf)
    .filter((outcome) => outcome !== lost);
  return [
    ...(won === expected ? [] : [`${won} doors let somebody in, not ${expected}`]),
    ...odd.map((outcome) => `a door said ${outcome}, not ${lost}`),
  ];
}

function wonOf(scans: readonly Reply<Admission>[]): number {
  return scans.filter(({ status }) => status === 200).length;
}
