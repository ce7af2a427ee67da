import { Booking, DomainError } from '@modex/domain';

/** The customer can book the hold, change it, or give it back. */
export function holdOpen({ id, seats }: Booking): DomainError {
  return new DomainError('hold-open', 'You hold seats of this show; book them, change them, or give them back first.', {
    holdId: id,
    seatIds: seats,
  });
}

export function unknownHold(): DomainError {
  return new DomainError('unknown-hold', 'There is no such hold; make one for the seats that you want.');
}

export function holdChanging(): DomainError {
  return new DomainError('hold-changing', 'This hold is being changed, perhaps in another tab; ask again shortly.', {
    retryAfter: 1,
  });
}

/** Whether the last lock succeeded is unknown until the lease of the change is over. */
export function changeUnsettled(): DomainError {
  return new DomainError('in-progress', 'The change did not get through in time; look at the hold in some seconds.', {
    retryAfter: 5,
  });
}

export function holdChanged({ seats }: Booking): DomainError {
  return new DomainError('hold-changed', 'The hold has other seats than those you saw; look at them, then book.', {
    seatIds: seats,
  });
}

export function holdPaused(retryAfter: number, seatIds: readonly string[]): DomainError {
  return new DomainError('hold-paused', 'You held these seats for as long as anybody may; choose others, or wait.', {
    retryAfter,
    seatIds,
  });
}

/** @param largest how many seats the largest party could have that sits together */
export function notEnoughSeats(largest: number): DomainError {
  const left = largest === 0 ? 'no seat is free' : `at most ${largest} are free together`;
  return new DomainError('not-enough-seats', `There are not so many free seats together; ${left}.`, { largest });
}

/** Every group that was tried lost a seat to somebody else. */
export function tooManyChoose(): DomainError {
  return new DomainError('in-progress', 'Many people are choosing seats at this moment; ask again shortly.', {
    retryAfter: 1,
  });
}

/** The errors for requests about a booking that is no longer HELD, or never was. */
export function notHeld({ status }: Booking): DomainError {
  switch (status) {
    case 'CONFIRMED':
    case 'CANCELLED':
      return new DomainError('hold-confirmed', 'These seats are booked; look among your bookings.');
    case 'RELEASED':
      return new DomainError('hold-released', 'This hold was given back; make a new one.');
    case 'HELD':
    case 'EXPIRED':
      return new DomainError('booking-expired', 'The time of this hold is over; make a new one.');
    case 'PENDING':
    case 'FAILED':
      return unknownHold();
  }
}
