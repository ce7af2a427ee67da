import { dropIndex, migrateEach, Migration } from '@modex/api-core';
import { placeNumberOf } from '@modex/domain';
import { SeatDocument } from '../seat.schema';

/**
 * Every seat gets its section, which until now was the only one of its plan, and the number of its place in the plan.
 * The index on row and number goes: two sections may have a row of one name.
 */
export const seatPlaces: Migration = {
  id: '2026-11-29-seat-places',
  what: 'places of seats',
  run: async (db, told) => {
    const update = ({ _id }: Pick<SeatDocument, '_id'>) => ({
      $set: { section: '', place: placeNumberOf(_id.toHexString()) },
    });
    const where = { place: { $exists: false } };
    await migrateEach<SeatDocument>(db, { collection: 'seats', where, update }, told);
    await dropIndex(db.collection('seats'), 'show_id_1_row_number_1_seat_number_1');
  },
};
