import { ErrorCode } from './generated';

/** Failures that have no answer of the API: nothing came back, or something that is no problem document. */
export const CLIENT_CODES = ['unreachable', 'unexpected'] as const;
/** What may go wrong with a call, by the API or on the way. */
export type ProblemCode = ErrorCode | (typeof CLIENT_CODES)[number];

/** What a visitor reads: what happened, and the one next step. */
export interface ProblemWords {
  readonly headline: string;
  readonly nextStep: string;
}

/** The words of every code; a new code without words does not compile. */
export const PROBLEM_WORDS: Readonly<Record<ProblemCode, ProblemWords>> = {
  'validation-failed': { headline: 'Something in the form needs another look', nextStep: 'Correct the marked fields.' },
  'malformed-body': { headline: 'We could not read that request', nextStep: 'Reload the page and try again.' },
  'invalid-idempotency-key': {
    headline: 'We could not start this booking',
    nextStep: 'Reload the page and try again.',
  },
  'too-many-seats': { headline: 'Too many seats for one booking', nextStep: 'Give a few seats back, then book.' },
  unauthenticated: { headline: 'You are not signed in any more', nextStep: 'Sign in again; your choice stays.' },
  'invalid-credentials': {
    headline: 'E-mail and password do not match',
    nextStep: 'Check both and try again.',
  },
  forbidden: { headline: 'This is not yours to change', nextStep: 'Sign in with the account it belongs to.' },
  'cross-site-request': {
    headline: 'This request came from another site',
    nextStep: 'Open Modex itself and try again.',
  },
  'not-found': { headline: 'There is nothing here', nextStep: 'Go back to the shows.' },
  'unknown-show': { headline: 'This show does not exist', nextStep: 'See what else is on.' },
  'unknown-seat': { headline: 'The house has changed', nextStep: 'We have drawn the seats anew. Choose again.' },
  'unknown-booking': { headline: 'We cannot find this booking', nextStep: 'Look among your bookings.' },
  'unknown-user': { headline: 'This account does not exist any more', nextStep: 'Sign in again.' },
  'seat-taken': {
    headline: 'Someone was faster',
    nextStep: 'Your other seats are still chosen. Choose a replacement or book the rest.',
  },
  'show-not-on-sale': { headline: 'This show is not on sale', nextStep: 'See what else is on.' },
  'in-progress': { headline: 'Your booking is still being made', nextStep: 'We ask again in a moment.' },
  'booking-expired': {
    headline: 'The booking took too long and was given back',
    nextStep: 'Nothing was booked. Book again; your choice stays.',
  },
  'booking-not-cancellable': {
    headline: 'This booking cannot be cancelled any more',
    nextStep: 'Reload to see how it stands.',
  },
  'show-move-refused': { headline: 'The show does not allow this now', nextStep: 'Reload to see how it stands.' },
  'email-taken': { headline: 'There is an account with this e-mail', nextStep: 'Sign in, or use another e-mail.' },
  'idempotency-key-reused': {
    headline: 'Your choice changed meanwhile',
    nextStep: 'Book again with the seats you see.',
  },
  'payload-too-large': { headline: 'That was too much at once', nextStep: 'Choose fewer seats.' },
  'unsupported-media-type': { headline: 'We could not read that request', nextStep: 'Reload the page and try again.' },
  'too-many-requests': { headline: 'A little too fast', nextStep: 'Wait a moment, then try again.' },
  'storage-unavailable': {
    headline: 'The box office is away for a moment',
    nextStep: 'Nothing is lost. Try again shortly.',
  },
  overloaded: { headline: 'Very many people are here right now', nextStep: 'Nothing is lost. Try again shortly.' },
  internal: {
    headline: 'Something went wrong on our side',
    nextStep: 'Try again; if it stays, tell us the number below.',
  },
  unreachable: { headline: 'No connection', nextStep: 'Check your network, then try again.' },
  unexpected: { headline: 'We got an answer we do not understand', nextStep: 'Try again in a moment.' },
};
