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

/** Sells parties of one to five, side by side, from the middle of good rows; the same seats every time. */
async function sellSome(
  app: NestFastifyApplication,
  { rows, seatsPerRow, sold }: DemoShow,
  { show }: ShowSales,
  guests: readonly string[],
): Promise<void> {
  const bookings = app.get(BookingService);
  const target = Math.floor(rows * seatsPerRow * sold);
  let count = 0;
  for (let party = 0; count < target; party++) {
    const row = (party * 7 + 2) % rows;
    const size = 1 + ((party * 5) % 5);
    const from = (Math.floor(party / rows) * 6 + ((party * 3) % 4)) % seatsPerRow;
    const places = Array.from({ length: size }, (_, i) => from + i).filter((seat) => seat < seatsPerRow);
    const seatIds = places.map((seat) => seatIdAt(show.seatPrefix, row * seatsPerRow + seat));
    const userId = guests[party % guests.length] as string;
    const booked = await bookings
      .book({ showId: show.id, seatIds, userId }, { userId, role: 'CUSTOMER' })
      .then(() => places.length)
      .catch(() => 1);
    count += booked;
  }
}

function startOf({ inDays, hour }: DemoShow): Date {
  const day = new Date();
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() + inDays, hour, 30));
}
