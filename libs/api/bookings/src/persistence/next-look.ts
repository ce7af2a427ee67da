import { Booking, isChangingHold } from '@modex/domain';
import { SweepLooks } from '../booking.repository';
import { Changes } from './booking-changes';

/** The fields of a booking after the sweep has looked at it, with the time of its next look. */
export function nextLook(seen: Booking, looks: SweepLooks): Changes {
  switch (seen.status) {
    case 'PENDING':
      return {};
    case 'HELD':
      return isChangingHold(seen) ? { sweep_at: '$change.until' } : { sweep_at: '$lease_until', leaving: '$$REMOVE' };
    case 'CONFIRMED':
    case 'CANCELLED':
      return { ...DONE, open: '$$REMOVE' };
    case 'FAILED':
    case 'RELEASED':
    case 'EXPIRED':
      return afterEnd(seen, looks);
  }
}

const NO_BAR = { lifeMs: 0, forMs: 0 } as const;
const DONE = { sweep_at: '$$REMOVE', leaving: '$$REMOVE', change: '$$REMOVE' } as const;

/** A booking that was given up is looked at until none of its locks can succeed any more, and a while longer. */
function afterEnd({ status, hold }: Booking, { pauseMs, watchMs, bar = NO_BAR }: SweepLooks): Changes {
  if (status === 'RELEASED' && hold?.change === undefined) return { ...DONE, open: '$$REMOVE' };
  const lastLock = status === 'RELEASED' ? '$change.until' : '$lease_until';
  const isDone = { $gte: ['$$NOW', { $add: [lastLock, watchMs] }] };
  const mayLock = { $lt: ['$$NOW', lastLock] };
  // A change ends before its hold, so an expired hold locks nothing more.
  const livedLongest = { $gte: ['$lease_until', { $add: ['$created_at', bar.lifeMs] }] };
  const isBarred = { $and: [livedLongest, { $lt: ['$$NOW', { $add: ['$lease_until', bar.forMs] }] }] };
  const isOpen = status === 'EXPIRED' && hold !== undefined ? isBarred : mayLock;
  const again = { $cond: [mayLock, lastLock, { $add: ['$$NOW', pauseMs] }] };
  return {
    sweep_at: { $cond: [isDone, '$$REMOVE', again] },
    leaving: { $cond: [isDone, '$$REMOVE', '$leaving'] },
    change: { $cond: [isDone, '$$REMOVE', '$change'] },
    open: { $cond: [{ $and: [isOpen, { $not: [isDone] }] }, '$open', '$$REMOVE'] },
  };
}
