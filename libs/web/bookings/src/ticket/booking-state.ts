import {
  mdiCalendarCheck,
  mdiCancel,
  mdiCheckDecagram,
  mdiClockAlertOutline,
  mdiCloseOctagonOutline,
  mdiTimerSandEmpty,
} from '@mdi/js';
import { BookingResponse } from '@modex/web-api-client';
import { ChipTone } from '@modex/web-ui';

/** How a booking stands for the person who made it: its own status, the show's, and the time together. */
export const BOOKING_STATES = ['valid', 'pending', 'past', 'cancelled', 'showCancelled', 'notMade'] as const;
export type BookingState = (typeof BOOKING_STATES)[number];

/** The chip of a state, and what it means. */
export interface StateWords {
  readonly word: string;
  readonly meaning: string;
  readonly icon: string;
  readonly tone: ChipTone;
}

/** The chip of each state, and what it means to the owner. */
export const STATE_WORDS: Readonly<Record<BookingState, StateWords>> = {
  valid: {
    word: 'Confirmed',
    meaning: 'The seats are yours. Show the booking number at the door.',
    icon: mdiCheckDecagram,
    tone: 'good',
  },
  pending: {
    word: 'Being made',
    meaning: 'This takes a moment. How it ended will stand here.',
    icon: mdiTimerSandEmpty,
    tone: 'waiting',
  },
  past: { word: 'Past', meaning: 'The show has begun. We hope you liked it.', icon: mdiCalendarCheck, tone: 'quiet' },
  cancelled: {
    word: 'Cancelled',
    meaning: 'You gave the seats back. This is no ticket any more.',
    icon: mdiCancel,
    tone: 'bad',
  },
  showCancelled: {
    word: 'Show cancelled',
    meaning: 'The house has cancelled this show, and the booking with it.',
    icon: mdiCloseOctagonOutline,
    tone: 'bad',
  },
  notMade: {
    word: 'Not booked',
    meaning: 'The booking did not come about and its seats went back.',
    icon: mdiClockAlertOutline,
    tone: 'quiet',
  },
};

/** The state of a booking at a time (milliseconds since 1970). */
export function stateOf(booking: BookingResponse, now: number): BookingState {
  if (booking.show.status === 'CANCELLED') return 'showCancelled';
  if (booking.status === 'CANCELLED') return 'cancelled';
  if (booking.status === 'FAILED' || booking.status === 'EXPIRED') return 'notMade';
  if (Date.parse(booking.show.startTime) <= now) return 'past';
  return booking.status === 'PENDING' ? 'pending' : 'valid';
}

/** True for what is still to come. */
export function isUpcoming(state: BookingState): boolean {
  return state === 'valid' || state === 'pending';
}
