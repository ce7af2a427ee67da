import { Migration, migrateEach } from '@modex/api-core';
import { ShowDocument } from '../show.schema';

/**
 * Every show has the zone of its venue; those of the first version get the default, so that a later change of the
 * setting moves none of them.
 */
export const showZones = (venueTimeZone: string): Migration => ({
  id: '2026-11-29-show-zones',
  what: 'time zones of shows',
  run: (db, told) =>
    migrateEach<ShowDocument>(
      db,
      {
        collection: 'shows',
        where: { time_zone: { $exists: false } },
        update: () => ({ $set: { time_zone: venueTimeZone } }),
      },
      told,
    ),
});
