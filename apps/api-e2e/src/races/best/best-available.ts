import type { Actor, Held } from '../../harness/actors';
import type { Reply } from '../../harness/http';
import type { Arena, ShowWithSeats } from '../arena';
import { Progress } from '../progress';
import { outcomeOf, Tally, type RaceResult } from '../result';
import { falseRefusals, type Visit } from './visits';

/** How many seats the show has, how many customers there are, and how often seats are given back afterwards. */
export interface BestFigures {
  readonly seats: number;
  readonly customers: number;
  readonly rounds: number;
}

/** A party has at most so many people. */
const LARGEST_PARTY = 8;
/** One party in so many changes its mind and gives its seats back. */
const FICKLE = 8;
/** An empty row is longer than any party. */
const SEATS_PER_ROW = 20;

interface Sale {
  readonly show: ShowWithSeats;
  readonly visits: Visit[];
  readonly tally: Tally;
  readonly sold: Progress;
}

/**
 * Parties of one to eight hold the best available seats and book them, until the show is sold out; some give them back
 * instead. Afterwards bookings are cancelled at one server, and the next party asks at another one, which was told that
 * everything is sold. Every seat is sold, and nobody is refused while there are seats for the party.
 */
export async function raceForTheBest(arena: Arena, { seats, customers, rounds }: BestFigures): Promise<RaceResult> {
  const name = `${customers} customers, ${seats} of the best seats, until sold out`;
  const size = { rows: seats / SEATS_PER_ROW, seatsPerRow: SEATS_PER_ROW };
  const show = await arena.createShow({ title: 'The best', ...size });
  const sale: Sale = { show, visits: [], tally: new Tally(name), sold: new Progress(`${name}, sold`, seats) };
  const people = await arena.guests(customers);
  await Promise.all(people.map((customer) => buyUntilSoldOut(customer, sale)));
  const left = seats - (await soldSeats(arena, show));
  if (left > 0) sale.tally.wrong(`${left} seats are left, and everybody was told that there are none`);
  await returnAndAskElsewhere(arena, people, { sale, rounds });
  for (const refusal of await falseRefusals(arena, { ...show, ...size }, sale.visits)) sale.tally.wrong(refusal);
  return sale.tally.close(arena, 1);
}

/** Asks again and again, for fewer seats where so many are not there, until there are none. */
async function buyUntilSoldOut(customer: Actor, sale: Sale): Promise<void> {
  for (let quantity = someParty(); quantity > 0;) {
    const visit = await ask(customer, quantity, sale);
    const { status, body } = visit.answer;
    if (status !== 201 && body.code !== 'not-enough-seats') return;
    if (status === 201) await decide(customer, visit, sale);
    quantity = status === 201 ? someParty() : Math.min(quantity - 1, body.largest ?? 0);
  }
}

async function ask(customer: Actor, quantity: number, { show, visits, tally }: Sale): Promise<Visit> {
  const answer = await customer.holdBest(show.showId, quantity);
  const visit = { userId: customer.userId, quantity, answer, freeAt: Infinity };
  visits.push(visit);
  if (answer.status === 201) return visit;
  const outcome = refusalOf(answer);
  tally.add([{ ...answer, body: { ...answer.body, bookingId: '', showId: show.showId, seatIds: [] } }]);
  if (outcome !== 'not-enough-seats') tally.wrong(`a party of ${quantity} was answered with ${outcome}`);
  return visit;
}

async function decide(customer: Actor, visit: Visit, { show, tally, sold }: Sale): Promise<void> {
  const { holdId, seats } = visit.answer.body;
  const hold = { showId: show.showId, holdId };
  if (Math.random() < 1 / FICKLE) {
    visit.freeAt = (await customer.giveBack(hold)).endedAt;
    return;
  }
  const booked = await customer.bookHeld(
    hold,
    seats.map(({ id }) => id),
  );
  tally.add([booked]);
  if (outcomeOf(booked) === 'booked') sold.add(seats.length);
  else tally.wrong(`a hold was booked with ${outcomeOf(booked)}`);
}

/** A booking is cancelled at the first server; at the last one somebody asks for as many seats. */
async function returnAndAskElsewhere(
  arena: Arena,
  people: readonly Actor[],
  { sale, rounds }: { readonly sale: Sale; readonly rounds: number },
): Promise<void> {
  const last = arena.http(arena.instances - 1);
  const booked = sale.visits.filter(({ answer, freeAt }) => answer.status === 201 && freeAt === Infinity);
  for (const [round, visit] of booked.slice(0, rounds).entries()) {
    const owner = people.find(({ userId }) => userId === visit.userId) as Actor;
    const next = (people[round % people.length] as Actor).at(last);
    await ask(next, visit.quantity, sale);
    visit.freeAt = (await owner.at(arena.http()).cancel(visit.answer.body.holdId)).endedAt;
    sale.tally.cancelled(visit.answer.body.holdId);
    const asked = await ask(next, visit.quantity, sale);
    if (asked.answer.status === 201) await book(next, asked, sale);
  }
}

async function book(customer: Actor, { answer }: Visit, { show, tally }: Sale): Promise<void> {
  const seatIds = answer.body.seats.map(({ id }) => id);
  tally.add([await customer.bookHeld({ showId: show.showId, holdId: answer.body.holdId }, seatIds)]);
}

async function soldSeats(arena: Arena, { seatIds }: ShowWithSeats): Promise<number> {
  const sold = await arena.database.db.collection('seats').find({ status: 'BOOKED' }).toArray();
  const ids = new Set(seatIds);
  return sold.filter(({ _id }) => ids.has(String(_id))).length;
}

function someParty(): number {
  return 1 + Math.floor(Math.random() * LARGEST_PARTY);
}

function refusalOf({ body, fault, status }: Reply<Held>): string {
  return body.code ?? fault ?? `status ${status}`;
}
