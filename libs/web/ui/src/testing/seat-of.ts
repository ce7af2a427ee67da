import { MapSeat } from '../seat-map/map-seat';

/** A free seat of a plan in one section, as the API tells it: `seatOf('C', 12)`, whose row is the third from the stage. */
export function seatOf(row: string, number: number, changes: Partial<MapSeat> = {}): MapSeat {
  return {
    id: `${row.toLowerCase()}${number}`,
    section: '',
    rowNumber: row,
    seatNumber: number,
    name: `Row ${row}, seat ${number}`,
    rowOrder: row.charCodeAt(0) - 64,
    placeInRow: number,
    status: 'AVAILABLE',
    ...changes,
  };
}
