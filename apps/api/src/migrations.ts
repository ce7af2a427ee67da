import { emailKeyMigration, userRoles, userSearchKeys } from '@modex/api-accounts';
import { bookingCodes, seatNames } from '@modex/api-bookings';
import type { Migration, Settings } from '@modex/api-core';
import { seatLabels, seatPlaces } from '@modex/api-seats';
import { showSearchKeys, showZones } from '@modex/api-shows';

/**
 * Every change of what is stored, since the first version, in the order in which they are applied. New ones go to the
 * end; nothing here is ever changed or taken out.
 */
export function migrationsOf({ venueTimeZone }: Settings): readonly Migration[] {
  return [
    bookingCodes,
    showZones(venueTimeZone),
    showSearchKeys,
    emailKeyMigration,
    userSearchKeys,
    userRoles,
    seatPlaces,
    seatLabels,
    seatNames,
  ];
}
