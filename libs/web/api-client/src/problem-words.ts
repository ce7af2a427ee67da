import { ErrorCode } from './generated/models';

/** Failures without an answer of the API: no response, a response that is no problem document, or no cookie kept. */
export const CLIENT_CODES = ['unreachable', 'unexpected', 'cookies-refused'] as const;
export type ClientCode = (typeof CLIENT_CODES)[number];
/** What may go wrong with a call, by the API or on the way. */
export type ProblemCode = ErrorCode | ClientCode;

/** The words for people: what happened, and the one next step. */
export interface ProblemWords {
  readonly headline: string;
  readonly nextStep: string;
}

/** The words of every code; a new code without words does not compile. */
export const PROBLEM_WORDS: Readonly<Record<ProblemCode, ProblemWords>> = {
  'validation-failed': {
    headline: $localize`Something in the form needs another look`,
    nextStep: $localize`Correct the marked fields.`,
  },
  'malformed-body': {
    headline: $localize`We could not read that request`,
    nextStep: $localize`Reload the page and try again.`,
  },
  'invalid-idempotency-key': {
    headline: $localize`We could not start this booking`,
    nextStep: $localize`Reload the page and try again.`,
  },
  'too-many-seats': {
    headline: $localize`Too many seats for one booking`,
    nextStep: $localize`Give a few seats back, then book.`,
  },
  unauthenticated: {
    headline: $localize`You are no longer signed in`,
    nextStep: $localize`Sign in again; your choice stays.`,
  },
  'invalid-credentials': {
    headline: $localize`E-mail and password do not match`,
    nextStep: $localize`Check both and try again.`,
  },
  forbidden: {
    headline: $localize`This is not yours to change`,
    nextStep: $localize`Sign in with the account it belongs to.`,
  },
  'cross-site-request': {
    headline: $localize`This request came from another site`,
    nextStep: $localize`Open Modex itself and try again.`,
  },
  'not-found': { headline: $localize`There is nothing here`, nextStep: $localize`Go back to the shows.` },
  'unknown-show': { headline: $localize`This show does not exist`, nextStep: $localize`See what else is on.` },
  'unknown-seat': {
    headline: $localize`The seats of this show have changed`,
    nextStep: $localize`The map is up to date again. Please choose again.`,
  },
  'unknown-booking': {
    headline: $localize`We cannot find this booking`,
    nextStep: $localize`Look among your bookings.`,
  },
  'unknown-session': {
    headline: $localize`This session has ended already`,
    nextStep: $localize`Reload to see which are open.`,
  },
  'unknown-plan': { headline: $localize`This plan does not exist`, nextStep: $localize`Go back to the plans.` },
  'organiser-changed': {
    headline: $localize`Somebody else changed this meanwhile`,
    nextStep: $localize`What you wrote is still here. Save again to put it in place of theirs.`,
  },
  'unknown-mail': {
    headline: $localize`This mail does not exist`,
    nextStep: $localize`Go back to the list of mails.`,
  },
  'mail-changed': {
    headline: $localize`This mail has changed meanwhile`,
    nextStep: $localize`Look at what became of it before you send it again.`,
  },
  'mail-not-set-up': {
    headline: $localize`Mail is not set up`,
    nextStep: $localize`Whoever runs the server sets PUBLIC_URL, SMTP_URL and MAIL_FROM; then it can be sent.`,
  },
  'unknown-link': {
    headline: $localize`This link does not work`,
    nextStep: $localize`Only the newest link works, and only as it stands in the mail. Open it from the mail again, or ask for another.`,
  },
  'link-used': {
    headline: $localize`This link was used already`,
    nextStep: $localize`Each link works once. Ask for another if you still need one.`,
  },
  'link-ended': {
    headline: $localize`This link has ended`,
    nextStep: $localize`Ask for another; it comes by mail.`,
  },
  'plan-changed': {
    headline: $localize`Somebody else changed this plan meanwhile`,
    nextStep: $localize`Your changes are still here. Look at theirs before you save again.`,
  },
  'plan-has-problems': {
    headline: $localize`Something in the plan needs another look`,
    nextStep: $localize`Mend what the list names, then try again.`,
  },
  'plan-published': {
    headline: $localize`This plan was published and stays`,
    nextStep: $localize`Archive it instead.`,
  },
  'unknown-user': { headline: $localize`This account no longer exists`, nextStep: $localize`Sign in again.` },
  'seat-taken': {
    headline: $localize`Someone was faster`,
    nextStep: $localize`Your other seats are still chosen. Choose a replacement or book the rest.`,
  },
  'limit-reached': {
    headline: $localize`That is more than one customer may have`,
    nextStep: $localize`Choose fewer seats, or give some of yours back first.`,
  },
  'not-enough-seats': {
    headline: $localize`There are not so many free seats together`,
    nextStep: $localize`Ask for fewer, or choose single seats on the map.`,
  },
  'lone-seat': {
    headline: $localize`Your seats would leave a single seat alone`,
    nextStep: $localize`Choose the seats beside them instead.`,
  },
  'price-changed': {
    headline: $localize`The price has changed`,
    nextStep: $localize`Nothing was booked. Look at the new price, then book again.`,
  },
  'unknown-hold': {
    headline: $localize`Your seats are not kept any more`,
    nextStep: $localize`Choose your seats again.`,
  },
  'hold-open': {
    headline: $localize`You are keeping seats of this show already`,
    nextStep: $localize`They are the ones you see now. Book them, change them, or give them back.`,
  },
  'hold-changing': {
    headline: $localize`Your seats are being changed in another tab`,
    nextStep: $localize`Wait a moment, then try again.`,
  },
  'hold-changed': {
    headline: $localize`Your seats were changed in another tab`,
    nextStep: $localize`Nothing was booked. Look at the seats you have now, then book.`,
  },
  'hold-released': {
    headline: $localize`Your seats were given back`,
    nextStep: $localize`Choose your seats again.`,
  },
  'hold-confirmed': {
    headline: $localize`These seats are booked already`,
    nextStep: $localize`Look among your bookings.`,
  },
  'hold-paused': {
    headline: $localize`You kept these seats for as long as anybody may`,
    nextStep: $localize`Choose other seats, or wait a minute and choose them again.`,
  },
  'too-many-holds': {
    headline: $localize`Many seats are being kept from your network`,
    nextStep: $localize`Sign in to have yours kept too, or try again in a minute.`,
  },
  'show-not-on-sale': { headline: $localize`This show is not on sale`, nextStep: $localize`See what else is on.` },
  'in-progress': {
    headline: $localize`Your booking is still being made`,
    nextStep: $localize`We ask again in a moment.`,
  },
  'booking-expired': {
    headline: $localize`The time for your seats is over`,
    nextStep: $localize`Nothing was booked. Choose your seats again; they may still be free.`,
  },
  'booking-not-cancellable': {
    headline: $localize`This booking can no longer be cancelled`,
    nextStep: $localize`Reload to see how it stands.`,
  },
  'payment-refused': {
    headline: $localize`This money is not owed`,
    nextStep: $localize`Somebody else may have taken it. Reload to see how the booking stands.`,
  },
  'unknown-ticket': {
    headline: $localize`This is no ticket of this organiser`,
    nextStep: $localize`Scan it again, or find the booking by its code or name.`,
  },
  'ticket-void': {
    headline: $localize`This ticket is not valid`,
    nextStep: $localize`It was given back, cancelled or passed on: ask for the newer one.`,
  },
  'ticket-used': {
    headline: $localize`Somebody is in with this ticket`,
    nextStep: $localize`If that was a mistake, take the entry back at the door first.`,
  },
  'ticket-elsewhere': {
    headline: $localize`This ticket is for another show`,
    nextStep: $localize`Read on the ticket which show it is for.`,
  },
  'show-move-refused': {
    headline: $localize`The show does not allow this now`,
    nextStep: $localize`Reload to see how it stands.`,
  },
  'show-changed': {
    headline: $localize`Somebody else changed this show meanwhile`,
    nextStep: $localize`Compare both below and save again.`,
  },
  'admin-needed': { headline: $localize`This admin must stay`, nextStep: $localize`Ask another admin.` },
  'email-taken': {
    headline: $localize`There is an account with this e-mail`,
    nextStep: $localize`Sign in, or use another e-mail.`,
  },
  'idempotency-key-reused': {
    headline: $localize`Your choice changed meanwhile`,
    nextStep: $localize`Book again with the seats you see.`,
  },
  'malformed-request': {
    headline: $localize`We could not read that request`,
    nextStep: $localize`Reload the page and try again.`,
  },
  'request-timeout': {
    headline: $localize`That took too long to arrive`,
    nextStep: $localize`Check your network, then try again.`,
  },
  'uri-too-long': {
    headline: $localize`That address is too long`,
    nextStep: $localize`Check the link, or go to the start page.`,
  },
  'range-not-satisfiable': {
    headline: $localize`We could not read that request`,
    nextStep: $localize`Reload the page and try again.`,
  },
  'wrong-host': {
    headline: $localize`This site has another address`,
    nextStep: $localize`Open it by the address that you were given.`,
  },
  'headers-too-large': {
    headline: $localize`Your browser sent more than we can read`,
    nextStep: $localize`Delete the cookies of this site, then try again.`,
  },
  'payload-too-large': { headline: $localize`That was too much at once`, nextStep: $localize`Choose fewer seats.` },
  'unsupported-media-type': {
    headline: $localize`We could not read that request`,
    nextStep: $localize`Reload the page and try again.`,
  },
  'too-many-requests': { headline: $localize`A little too fast`, nextStep: $localize`Wait a moment, then try again.` },
  'storage-unavailable': {
    headline: $localize`The box office is away for a moment`,
    nextStep: $localize`Nothing is lost. Try again shortly.`,
  },
  overloaded: {
    headline: $localize`Very many people are here right now`,
    nextStep: $localize`Nothing is lost. Try again shortly.`,
  },
  internal: {
    headline: $localize`Something went wrong on our side`,
    nextStep: $localize`Try again; if it stays, tell us the number below.`,
  },
  unreachable: { headline: $localize`No connection`, nextStep: $localize`Check your network, then try again.` },
  'cookies-refused': {
    headline: $localize`Your browser keeps no cookies of this site`,
    nextStep: $localize`Signing in needs one. Allow cookies for this site, reload the page, then try again.`,
  },
  unexpected: {
    headline: $localize`We got an answer we do not understand`,
    nextStep: $localize`Try again in a moment.`,
  },
};
