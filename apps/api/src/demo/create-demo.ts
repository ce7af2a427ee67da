import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountService } from '@modex/api-accounts';
import { BookingService } from '@modex/api-bookings';
import { Settings } from '@modex/api-core';
import { ShowCreationService, ShowService } from '@modex/api-shows';
import { SeatedShow, seatIdAt } from '@modex/domain';
import { publishTheatre } from './demo-theatre';
import { DEMO_SHOWS, DemoShow } from './demo-shows';

const GUESTS = ['Ada Lovelace', 'Katherine Johnson', 'Alan Turing', 'Grace Hopper', 'Emmy Noether', 'Omar Khayyam'];

/** Creates the example shows and sells some seats, by the same services as every request. @returns how many shows */
export async function createDemo(app: NestFastifyApplication): Promise<number> {
  if ((await app.get(ShowService).listAll({ limit: 1 })).items.length > 0) return 0;
  const guests = await Promise.all(GUESTS.map((name) => signInGuest(app, name)));
  for (const demo of DEMO_SHOWS) await sellSome(app, demo, await putOn(app, demo), guests);
  return DEMO_SHOWS.length;
}

async function putOn(app: NestFastifyApplication, demo: DemoShow): Promise<SeatedShow> {
  const { title, venue, description, seats, prices = null } = demo;
  const startTime = startOf(demo, app.get(Settings).venueTimeZone);
  const sale = { startTime, limitPerCustomer: null, status: 'ON_SALE' } as const;
  const where = seats === 'theatre' ? { planId: await publishTheatre(app, venue) } : seats;
  const { show } = await app.get(ShowCreationService).create({ title, venue, description, prices, ...where, ...sale });
  return show;
}

async function signInGuest(app: NestFastifyApplication, name: string): Promise<string> {
  const email = `${name.toLowerCase().replace(' ', '.')}@guests.invalid`;
  const { user } = await app.get(AccountService).guest({ name, email }, { address: '127.0.0.1' });
  return user.id;
}

/** Sells the parties of the show, one after the other. */
async function sellSome(
  app: NestFastifyApplication,
  demo: DemoShow,
  show: SeatedShow,
  guests: readonly string[],
): Promise<void> {
  for (const [party, numbers] of parties(rowsOf(show), demo.sold).entries()) {
    const seatIds = numbers.map((number) => seatIdAt(show.seatPrefix, number));
    const userId = guests[party % guests.length] as string;
    await app.get(BookingService).book({ showId: show.id, seatIds, userId }, { userId, role: 'GUEST' });
  }
}

/** The numbers of the places of each row. */
function rowsOf({ plan }: SeatedShow): readonly (readonly number[])[] {
  return plan.sections.flatMap(({ rows }) => rows.map(({ places }) => places.map(({ number }) => number)));
}

/** Parties of one to five that sit side by side, scattered over the plan, the same every time. @returns their numbers */
function parties(rows: readonly (readonly number[])[], sold: number): readonly (readonly number[])[] {
  const places = rows.flatMap((row) => row.map((_, at) => ({ row, at })));
  const taken = new Set<number>();
  const found: (readonly number[])[] = [];
  // Steps of a length that has no common factor with the number of seats reach every place once, in scattered order.
  for (let step = 0; step < places.length && taken.size < places.length * sold; step++) {
    const { row, at } = places[(step * 61 + 8) % places.length] as (typeof places)[number];
    const party = row.slice(at, at + 1 + ((step * 7) % 5));
    if (party.some((number) => taken.has(number))) continue;
    for (const number of party) taken.add(number);
    found.push(party);
  }
  return found;
}

/** Half past the hour by the clocks of the zone. */
function startOf({ inDays, hour }: DemoShow, timeZone: string): Date {
  const day = new Date();
  const atGreenwich = Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() + inDays, hour, 30);
  return new Date(atGreenwich - aheadOfGreenwich(timeZone, atGreenwich));
}

/** By how many milliseconds the clocks of the zone are ahead of UTC at a moment. */
function aheadOfGreenwich(timeZone: string, time: number): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(time);
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)/.exec(offset) ?? [];
  return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
