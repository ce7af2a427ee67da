import { DoorListResponse, DoorTicketResponse, EntryResponse } from '@modex/web-api-client';
import { seatOf } from '@modex/web-ui/testing';

/** Ids of twelve bytes, as codes carry them. */
export const BOOKING = '66f0c0ffee00112233445577';
export const SHOW = '66f0c0ffee00112233440001';
export const seatId = (number: number): string => `9f8e7d6c5b4a3928000000${number.toString(16).padStart(2, '0')}`;

/** "19:41 at North" in Berlin. */
export const AT_NORTH: EntryResponse = { at: '2026-12-24T18:41:07.000Z', door: 'North', scanId: 'first' };

/** The ticket for a seat of row A. */
export function doorTicket(number: number, changes: Partial<DoorTicketResponse> = {}): DoorTicketResponse {
  return {
    ...{ bookingId: BOOKING, bookingCode: '7KQ8V25M', customerName: 'Ada Lovelace', typeName: 'Child', proof: false },
    ...{ seat: seatOf('A', number, { id: seatId(number) }), issue: 1, payment: null, entry: null },
    ...changes,
  };
}

export function doorList(...tickets: readonly DoorTicketResponse[]): DoorListResponse {
  const admitted = tickets.filter(({ entry }) => entry !== null).length;
  return { admitted, tickets: [...tickets], keys: [] };
}
