import { literals, objectId, onlyIf } from '@modex/api-core';
import { Cancellation } from '../booking.repository';

/** Fields that a pipeline sets: expressions by field. */
export type Changes = Readonly<Record<string, unknown>>;

/** Whether the lease lasts, by the database's clock. */
export const LIVE = { $gt: ['$lease_until', '$$NOW'] };

/** The earlier, or the lower, of two expressions; `$min` is not in every engine. */
export function least(a: unknown, b: unknown): unknown {
  return { $cond: [{ $lt: [a, b] }, a, b] };
}

/** The same changes, as long as the lease lasts. */
export function whileLive(changes: Changes): Changes {
  return onlyIf(LIVE, changes);
}

/** The booking is cancelled. */
export function ended({ by, reason }: Cancellation): Changes {
  const whoAndWhy = literals({ ended_by: by === undefined ? undefined : objectId(by), reason });
  return { status: 'CANCELLED', ended_at: '$$NOW', ...whoAndWhy };
}

/** The booking keeps some seats, and remembers the others. */
export function withFewer(kept: readonly string[], given: readonly string[], { by, reason }: Cancellation): Changes {
  const whoAndWhy = literals({ by: by === undefined ? undefined : objectId(by), reason });
  const returned = given.map((seatId) => ({ seat: { $literal: objectId(seatId) }, at: '$$NOW', ...whoAndWhy }));
  return {
    ...literals({ seats: kept.map(objectId) }),
    returned: { $concatArrays: [{ $ifNull: ['$returned', []] }, returned] },
  };
}
