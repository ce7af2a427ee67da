import type { Asked } from '../load/client';
import { bearer, type Session } from '../servers/modex-api';
import type { Show } from '../servers/shows';

/** Requests under way at once; for a hot seat as many customers want the same seat. */
export const CALLERS = 16;
/** About a hundred, in whole waves of callers: no more than there are customers. */
export const BATCH = 6 * CALLERS;

/** What the customers of a batch want. */
export interface Wishes {
  readonly seatsEach: number;
  /** So many customers want the same seats; 1: each has seats of its own. */
  readonly rivals: number;
}

/** Where the customers of a batch come to. */
export interface Audience {
  readonly shows: readonly Show[];
  readonly customers: readonly Session[];
}

/** Bookings of a batch: rivals come one after the other, and the shows take turns. */
export function bookingsOf(bookings: number, { seatsEach, rivals }: Wishes, { shows, customers }: Audience): Asked[] {
  return Array.from({ length: bookings }, (_, at) => {
    const wish = Math.floor(at / rivals);
    const show = shows[wish % shows.length] as Show;
    const first = Math.floor(wish / shows.length) * seatsEach;
    return booking(customers[at % customers.length] as Session, show.id, show.seatIds.slice(first, first + seatsEach));
  });
}

/** The request of the site, without its Idempotency-Key, which only Modex would keep. */
export function booking(customer: Session, showId: string, seatIds: readonly string[]): Asked {
  const body = { seatIds, userId: customer.userId };
  return { method: 'POST', path: `/api/shows/${showId}/book`, headers: bearer(customer), body };
}

/** A hold of these seats. */
export function holding(customer: Session, showId: string, seatIds: readonly string[]): Asked {
  return { method: 'POST', path: `/api/shows/${showId}/holds`, headers: bearer(customer), body: { seatIds } };
}
