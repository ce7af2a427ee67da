import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountService } from '@modex/api-accounts';
import { BookingService } from '@modex/api-bookings';
import { Settings } from '@modex/api-core';
import { ShowCreationService, ShowService } from '@modex/api-shows';
import { seatIdAt, Show } from '@modex/domain';
import { DEMO_SHOWS, DemoShow } from './demo-shows';

const GUESTS = ['Ada Lovelace', 'Katherine Johnson', 'Alan Turing', 'Grace Hopper', 'Emmy Noether', 'Omar Khayyam'];

/** Creates the example shows and sells some seats, by the same services as every request. @returns how many shows */
export async function createDemo(app: NestFastifyApplication): Promise<number> {
  if ((await app.get(ShowService).listAll({ limit: 1 })).items.length > 0) return 0;
  const guests = await Promise.all(GUESTS.map((name) => signInGuest(app, name)));
  for (const demo of DEMO_SHOWS) {
    const { title, venue, description, rows, seatsPerRow } = demo;
    const startTime = startOf(demo, app.get(Settings).venueTimeZone);
    const sale = { startTime, limitPerCustomer: null, status: 'ON_SALE' } as const;
    const { show } = await app
      .get(ShowCreationService)
      .create({ title, venue, description, rows, seatsPerRow, ...sale });
    await sellSome(app, demo, show, guests);
  }
  return DEMO_SHOWS.length;
}

async function signInGuest(app: NestFastifyApplication, name: string): Promise<string> {
  const email = `${name.toLowerCase().replace(' ', '.')}@example.org`;
  const { user } = await app.get(AccountService).guest({ name, email }, { address: '127.0.0.1' });
  return user.id;
}

/** Sells the parties of the show, one after the other. */
async function sellSome(
  app: NestFastifyApplication,
  demo: DemoShow,
  show: Show,
  guests: readonly string[],
): Promise<void> {
  for (const [party, places] of parties(demo).entries()) {
    const seatIds = places.map((place) => seatIdAt(show.seatPrefix, place));
    const userId = guests[party % guests.length] as string;
    await app.get(BookingService).book({ showId: show.id, seatIds, userId }, { userId, role: 'GUEST' });
  }
}

/** Parties of one to five that sit side by side, scattered over the plan, the same every time. @returns their places */
function parties({ rows, seatsPerRow, sold }: DemoShow): readonly (readonly number[])[] {
  const taken = new Set<number>();
  const found: number[][] = [];
  // Steps of a length that has no common factor with the number of seats reach every place once, in scattered order.
  const total = rows * seatsPerRow;
  for (let step = 0; step < total && taken.size < total * sold; step++) {
    const first = (step * 61 + 8) % total;
    const size = Math.min(1 + ((step * 7) % 5), seatsPerRow - (first % seatsPerRow));
    const places = Array.from({ length: size }, (_, i) => first + i);
    if (places.some((place) => taken.has(place))) continue;
    for (const place of places) taken.add(place);
    found.push(places);
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
