import { SEAT_STATUSES } from '@modex/domain';
import { SeatChange } from './seat-changes';

/** What one process tells the others: seats that have a new status, or that some seats of a show have. */
export type SeatNotice = SeatChange | { readonly showId: string };

const ID = /^[0-9a-f]{24}$/;

export function writeNotices(notices: readonly SeatNotice[]): string {
  return JSON.stringify(notices);
}

/** Reads what another process has sent; whatever has another form is left out, as if it had been lost. */
export function readNotices(message: string): readonly SeatNotice[] {
  const read = parse(message);
  return Array.isArray(read) ? read.filter(isNotice) : [];
}

function parse(message: string): unknown {
  try {
    return JSON.parse(message);
  } catch {
    return undefined;
  }
}

function isNotice(value: unknown): value is SeatNotice {
  if (typeof value !== 'object' || value === null) return false;
  const { showId, seatIds, status, bookingId } = value as Partial<Record<keyof SeatChange, unknown>>;
  if (!isId(showId)) return false;
  if (seatIds === undefined) return true;
  return (
    Array.isArray(seatIds) && seatIds.every(isId) && SEAT_STATUSES.some((one) => one === status) && isId(bookingId)
  );
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}
