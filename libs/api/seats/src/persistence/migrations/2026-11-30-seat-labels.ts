import { dropIndex, Migration } from '@modex/api-core';

/**
 * The index on names without labels goes: in a row with the seats 12, 12a and 13 the second one, which has no whole number, is
 * stored with its place in the row, 13.
 */
export const seatLabels: Migration = {
  id: '2026-11-30-seat-labels',
  what: 'labels of seats',
  run: async (db) => dropIndex(db.collection('seats'), 'show_id_1_section_1_row_number_1_seat_number_1'),
};
