import { ACCOUNT_NOTICES, LINK_PURPOSES } from './account-link';
import { BOOKING_EVENT_KINDS } from './booking-event';
import { Moves } from './moves';

/** What a mail tells: what happened to a booking, that its show was changed, what happened to an account; or it carries a link for it. */
export const MAIL_KINDS = [...BOOKING_EVENT_KINDS, 'show-changed', ...ACCOUNT_NOTICES, ...LINK_PURPOSES] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/**
 * UNSENT: written while no mail server was set up. WAITING: for its turn, or for the next try. SENDING: handed to the server,
 * whose answer is not known yet. SENT: the server took it. REFUSED: the server refused it for good. FAILED: given up after
 * the last try.
 */
export const MAIL_STATES = ['UNSENT', 'WAITING', 'SENDING', 'SENT', 'REFUSED', 'FAILED'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** What may happen to a mail; each move is one compare-and-set. A person sends again what has ended, or tries at once. */
export const MAIL_MOVES: Moves<MailState> = {
  UNSENT: ['WAITING'],
  WAITING: ['WAITING', 'SENDING'],
  // A process that died leaves a mail behind that another one takes over.
  SENDING: ['WAITING', 'SENDING', 'SENT', 'REFUSED', 'FAILED'],
  SENT: ['WAITING'],
  REFUSED: ['WAITING'],
  FAILED: ['WAITING'],
};

/** From one try to the next, in minutes; after the last one a mail is given up: two days after the first. */
const PAUSES = [1, 5, 15, 60, 180, 360, 720, 1_440] as const;

/** How often a mail is tried. */
export const MAIL_TRIES = PAUSES.length + 1;

/** After how many milliseconds a mail is tried again that was tried so often; undefined: no more. */
export function pauseAfterTry(tries: number): number | undefined {
  const minutes = PAUSES[tries - 1];
  return minutes === undefined ? undefined : minutes * 60_000;
}
