import { Migration, migrateEach } from '@modex/api-core';
import { newBookingCode } from '../booking-code';

/** Every booking gets a code, those that came to nothing too: one shape for all. */
export const bookingCodes: Migration = {
  id: '2026-11-29-booking-codes',
  what: 'codes of bookings',
  run: (db, told) =>
    migrateEach(
      db,
      {
        collection: 'bookings',
        where: { code: { $exists: false } },
        update: () => ({ $set: { code: newBookingCode() } }),
      },
      told,
    ),
};
