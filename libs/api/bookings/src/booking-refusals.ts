import { BookingFailure, DomainError, LoneSeats, nameSeats, PlannedShow, seatIdAt } from '@modex/domain';

export function seatTaken(seatId: string): DomainError {
  return new DomainError('seat-taken', 'Somebody else has this seat; choose another one.', { seatIds: [seatId] });
}

/** Explained by names, and by ids for programs. */
export function leavesLoneSeat(show: PlannedShow, { lone, instead }: LoneSeats): DomainError {
  const idsOf = (places: readonly number[]): string[] => places.map((place) => seatIdAt(show.seatPrefix, place));
  const written = (seatIds: readonly string[]): string =>
    nameSeats(show, seatIds)
      .map(({ name }) => name)
      .join('; ');
  const [seatIds, insteadSeatIds] = [idsOf(lone), idsOf(instead)];
  const detail = `A single free seat would be left: ${written(seatIds)}. Choose these instead: ${written(insteadSeatIds)}.`;
  return new DomainError('lone-seat', detail, { seatIds, insteadSeatIds });
}

export function limitReached(limit: number, bought: number): DomainError {
  const has = bought === 0 ? '' : ` and you have ${bought}`;
  const detail = `One customer may have ${limit} seats of this show${has}; choose fewer, or give some back first.`;
  return new DomainError('limit-reached', detail, { limit, bought });
}

/** Without an account one network can keep only so many holds, since anonymous guests cost nothing. */
export function tooManyHolds(): DomainError {
  const detail = 'Many seats are held from your network without an account; sign in, or try again in a minute.';
  return new DomainError('too-many-holds', detail, { retryAfter: 60 });
}

/** If two tabs book at once, one is told to ask again in a second; by then its limit is known. */
export function anotherIsOpen(): DomainError {
  return new DomainError('in-progress', 'Another booking of yours for this show is under way; ask again shortly.', {
    retryAfter: 1,
  });
}

export function bookingExpired(): DomainError {
  return new DomainError('booking-expired', 'The booking took too long and was given up; book again with a new key.');
}

/** The reason to store, so that a replay gets the same answer. */
export function failureOf(cause: unknown): BookingFailure {
  if (!(cause instanceof DomainError)) {
    return { code: 'storage-unavailable', detail: 'The database did not answer.', seatIds: [] };
  }
  const { seatIds = [], limit, bought } = cause.facts;
  const { code, detail } = cause;
  return { code, detail, seatIds, ...(limit !== undefined && { limit }), ...(bought !== undefined && { bought }) };
}
