import { ErrorCode, ReplayedError, DomainError } from '@modex/domain';

interface ProblemKind {
  readonly status: number;
  readonly title: string;
}

/** The one place that gives a code its HTTP status and its title. */
export const PROBLEMS: Readonly<Record<ErrorCode, ProblemKind>> = {
  'validation-failed': { status: 400, title: 'The request is not valid' },
  'malformed-request': { status: 400, title: 'The request is not readable HTTP' },
  'malformed-body': { status: 400, title: 'The body is not readable JSON' },
  'invalid-idempotency-key': { status: 400, title: 'The Idempotency-Key is not valid' },
  'too-many-seats': { status: 400, title: 'Too many seats in one booking' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  'invalid-credentials': { status: 401, title: 'E-mail or password is wrong' },
  forbidden: { status: 403, title: 'Not allowed for this account' },
  'cross-site-request': { status: 403, title: 'Refused: the request comes from another site' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'unknown-show': { status: 404, title: 'There is no such show' },
  'unknown-seat': { status: 404, title: 'There is no such seat in this show' },
  'unknown-booking': { status: 404, title: 'There is no such booking' },
  'unknown-user': { status: 404, title: 'There is no such person' },
  'unknown-plan': { status: 404, title: 'There is no such plan' },
  'unknown-mail': { status: 404, title: 'There is no such mail' },
  'unknown-session': { status: 404, title: 'There is no such session' },
  'seat-taken': { status: 409, title: 'A seat is already taken' },
  'limit-reached': { status: 409, title: 'More seats than one customer may have' },
  'not-enough-seats': { status: 409, title: 'There are not so many free seats together' },
  'lone-seat': { status: 409, title: 'The seats would leave a single seat alone' },
  'price-changed': { status: 409, title: 'The price has changed since it was seen' },
  'unknown-hold': { status: 404, title: 'There is no such hold' },
  'hold-open': { status: 409, title: 'You hold seats of this show already' },
  'hold-changing': { status: 409, title: 'The hold is being changed' },
  'hold-changed': { status: 409, title: 'The hold has other seats than those you saw' },
  'hold-released': { status: 409, title: 'The hold was given back' },
  'hold-confirmed': { status: 409, title: 'The hold was booked already' },
  'hold-paused': { status: 409, title: 'These seats were held for as long as anybody may' },
  'too-many-holds': { status: 429, title: 'Too many holds without an account from one network' },
  'show-not-on-sale': { status: 409, title: 'The show is not on sale' },
  'in-progress': { status: 409, title: 'The same request is still running' },
  'booking-expired': { status: 409, title: 'The booking took too long and was given up' },
  'booking-not-cancellable': { status: 409, title: 'The booking cannot be cancelled' },
  'payment-refused': { status: 409, title: 'This money is not owed' },
  'unknown-ticket': { status: 404, title: 'This is no ticket of this organiser' },
  'ticket-void': { status: 409, title: 'The ticket is not valid' },
  'ticket-used': { status: 409, title: 'The ticket was used already' },
  'ticket-elsewhere': { status: 409, title: 'The ticket is for another show' },
  'show-move-refused': { status: 409, title: 'The show is not in a state that allows this' },
  'show-changed': { status: 409, title: 'The show was changed by somebody else meanwhile' },
  'organiser-changed': { status: 409, title: 'The organiser was changed by somebody else meanwhile' },
  'plan-changed': { status: 409, title: 'The plan was changed by somebody else meanwhile' },
  'plan-has-problems': { status: 400, title: 'The plan has problems' },
  'plan-published': { status: 409, title: 'The plan was published and stays' },
  'mail-changed': { status: 409, title: 'The mail has changed since it was seen' },
  'mail-not-set-up': { status: 409, title: 'Mail is not set up' },
  'unknown-link': { status: 404, title: 'There is no such link' },
  'link-used': { status: 409, title: 'The link was used already' },
  'link-ended': { status: 410, title: 'The link works no more' },
  'admin-needed': { status: 409, title: 'This admin must stay' },
  'email-taken': { status: 409, title: 'There is an account with this e-mail' },
  'idempotency-key-reused': { status: 422, title: 'The Idempotency-Key was used for another request' },
  'request-timeout': { status: 408, title: 'The request took too long to arrive' },
  'payload-too-large': { status: 413, title: 'The body is too large' },
  'uri-too-long': { status: 414, title: 'The address is too long' },
  'unsupported-media-type': { status: 415, title: 'Only application/json is accepted' },
  'range-not-satisfiable': { status: 416, title: 'There is no such part of this file' },
  'wrong-host': { status: 421, title: 'This site has another address' },
  'headers-too-large': { status: 431, title: 'The header fields are too large' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'storage-unavailable': { status: 503, title: 'The database cannot be reached' },
  overloaded: { status: 503, title: 'Too many requests at the moment' },
  internal: { status: 500, title: 'Something went wrong on our side' },
};

/** The HTTP status of an error. A replayed `booking-expired` is 410: its key will never give another answer. */
export function statusOf(error: DomainError): number {
  if (error instanceof ReplayedError && error.code === 'booking-expired') return 410;
  return PROBLEMS[error.code].status;
}
