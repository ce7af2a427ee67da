import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountService } from '@modex/api-accounts';
import { AdminService, ShowSales } from '@modex/api-admin';
import { BookingService } from '@modex/api-bookings';
import { seatIdAt } from '@modex/domain';
import { DEMO_SHOWS, DemoShow } from './demo-shows';

const GUESTS = ['Ada Lovelace', 'Katherine Johnson', 'Alan Turing', 'Grace Hopper', 'Emmy Noether', 'Omar Khayyam'];

/** Puts on the example shows and sells some seats, through the same doors as everybody. @returns how many shows */
export async function createDemo(app: NestFastifyApplication): Promise<number> {
  const admin = app.get(AdminService);
  if ((await admin.list({ limit: 1 })).items.length > 0) return 0;
  const guests = await Promise.all(GUESTS.map((name) => signInGuest(app, name)));
  for (const demo of DEMO_SHOWS) {
    const { title, venue, description, rows, seatsPerRow } = demo;
    const startTime = startOf(demo);
    const show = await admin.create({ title, venue, description, startTime, rows, seatsPerRow, status: 'ON_SALE' });
    await sellSome(app, demo, show, guests);
  }
  return DEMO_SHOWS.length;
}

async function signInGuest(app: NestFastifyApplication, name: string): Promise<string> {
  const email = `${name.toLowerCase().replace(' ', '.')}@example.org`;
  const { user } = await app.get(AccountService).guest({ name, email });
  return user.id;
}

/** Sells the parties of the house, one after the other. */
async function sellSome(
  app: NestFastifyApplication,
  demo: DemoShow,
  { show }: ShowSales,
  guests: readonly string[],
): Promise<void> {
  for (const [party, places] of parties(demo).entries()) {
    const seatIds = places.map((place) => seatIdAt(show.seatPrefix, place));
    const userId = guests[party % guests.length] as string;
    await app.get(BookingService).book({ showId: show.id, seatIds, userId }, { userId, role: 'CUSTOMER' });
  }
}

/** Parties of one to five that sit side by side, scattered over the house, the same every time. @returns their places */
function parties({ rows, seatsPerRow, sold }: DemoShow): readonly (readonly number[])[] {
  const taken = new Set<number>();
  const found: number[][] = [];
  // Steps by a number without common factors with the house visit every place once, in scattered order.
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

function startOf({ inDays, hour }: DemoShow): Date {
  const day = new Date();
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() + inDays, hour, 30));
}
