import type { PlanProblem } from './plan/plan-problem';
import type { Money } from './price/money';

/** Every error that leaves the API has one of these codes; the list is closed. */
export const ERROR_CODES = [
  'validation-failed',
  'malformed-request',
  'malformed-body',
  'invalid-idempotency-key',
  'too-many-seats',
  'unauthenticated',
  'invalid-credentials',
  'forbidden',
  'cross-site-request',
  'not-found',
  'unknown-show',
  'unknown-seat',
  'unknown-booking',
  'unknown-user',
  'unknown-session',
  'unknown-plan',
  'unknown-mail',
  'seat-taken',
  'limit-reached',
  'not-enough-seats',
  'lone-seat',
  'price-changed',
  'unknown-hold',
  'hold-open',
  'hold-changing',
  'hold-changed',
  'hold-released',
  'hold-confirmed',
  'hold-paused',
  'too-many-holds',
  'show-not-on-sale',
  'in-progress',
  'booking-expired',
  'booking-not-cancellable',
  'payment-refused',
  'unknown-ticket',
  'ticket-void',
  'ticket-used',
  'ticket-elsewhere',
  'show-move-refused',
  'show-changed',
  'organiser-changed',
  'plan-changed',
  'plan-has-problems',
  'plan-published',
  'mail-changed',
  'mail-not-set-up',
  'unknown-link',
  'link-used',
  'link-ended',
  'admin-needed',
  'email-taken',
  'idempotency-key-reused',
  'request-timeout',
  'payload-too-large',
  'uri-too-long',
  'unsupported-media-type',
  'range-not-satisfiable',
  'wrong-host',
  'headers-too-large',
  'too-many-requests',
  'storage-unavailable',
  'overloaded',
  'internal',
] as const;

/** What a program may branch on. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/** One bad field of a request: its path in the body or query, and what is wrong with it. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** Plain facts of an error that a program can act on; never a query, a stack or another customer's name. */
export interface ErrorFacts {
  /**
   * The seats that the error is about (ids), for `seat-taken`, `unknown-seat` and `ticket-used`; those that would stay alone, for `lone-seat`;
   * those of the hold, for `hold-open`, `hold-changed` and `hold-paused`.
   */
  readonly seatIds?: readonly string[];
  /** How many seats of the show one customer may have, and how many this one has, for `limit-reached`. */
  readonly limit?: number;
  readonly bought?: number;
  /** How many seats the largest party could have that sits together, for `not-enough-seats`. */
  readonly largest?: number;
  /** Seats for the same party that leave no other alone, for `lone-seat`. */
  readonly insteadSeatIds?: readonly string[];
  /** What the seats cost now, and what the customer saw, for `price-changed`. */
  readonly total?: Money;
  readonly seenTotal?: Money;
  /** The hold that the error is about, for `hold-open`; it is the caller's own. */
  readonly holdId?: string;
  /** When somebody was let in with the ticket, and at which door, for `ticket-used`. */
  readonly entry?: { readonly at: Date; readonly door: string | null };
  /** What is wrong with a plan, and where, for `plan-has-problems`. */
  readonly problems?: readonly PlanProblem[];
  /** The bad fields, for `validation-failed`. */
  readonly fields?: readonly FieldError[];
  /** Seconds after which a retry makes sense, for `in-progress`, `hold-changing`, `hold-paused`, `too-many-holds`, `too-many-requests`, `storage-unavailable`, `overloaded`. */
  readonly retryAfter?: number;
}

/** What a rule of the domain says when it refuses; the HTTP layer gives the code its status. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    /** One sentence for people: what is wrong and what to do next. */
    readonly detail: string,
    readonly facts: ErrorFacts = {},
  ) {
    super(detail);
    this.name = 'DomainError';
  }
}

/**
 * The stored answer of an earlier request, given again for the same idempotency key.
 * A replayed `booking-expired` is final for its key (410), a fresh one is a conflict (409).
 */
export class ReplayedError extends DomainError {}
