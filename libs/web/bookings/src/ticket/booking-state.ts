import {
  mdiCalendarCheck,
  mdiCancel,
  mdiCheckDecagram,
  mdiClockAlertOutline,
  mdiCloseOctagonOutline,
  mdiTimerSandEmpty,
} from '@mdi/js';
import { BookingResponse, BookingStatus } from '@modex/web-api-client';
import { ChipTone } from '@modex/web-ui';

/** The state of a booking as its customer sees it: from its own status, the show's, and the time. */
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
    word: $localize`Confirmed`,
    meaning: $localize`Show the tickets, or the booking code, at the door.`,
    icon: mdiCheckDecagram,
    tone: 'good',
  },
  pending: {
    word: $localize`Being made`,
    meaning: $localize`This takes a moment. How it ended will stand here.`,
    icon: mdiTimerSandEmpty,
    tone: 'waiting',
  },
  past: {
    word: $localize`Past`,
    meaning: $localize`The show has begun. We hope you liked it.`,
    icon: mdiCalendarCheck,
    tone: 'quiet',
  },
  cancelled: {
    word: $localize`Cancelled`,
    meaning: $localize`The seats were given back. The ticket is no longer valid.`,
    icon: mdiCancel,
    tone: 'bad',
  },
  showCancelled: {
    word: $localize`Show cancelled`,
    meaning: $localize`The organiser has cancelled this show, and the booking with it.`,
    icon: mdiCloseOctagonOutline,
    tone: 'bad',
  },
  notMade: {
    word: $localize`Not booked`,
    meaning: $localize`The booking did not come about and its seats went back.`,
    icon: mdiClockAlertOutline,
    tone: 'quiet',
  },
};

const NOT_MADE: readonly BookingStatus[] = ['FAILED', 'RELEASED', 'EXPIRED'];

/** The state of a booking. The API says whether its show has begun, since the customer's clock may be weeks off. */
export function stateOf(booking: BookingResponse): BookingState {
  if (booking.show.status === 'CANCELLED') return 'showCancelled';
  if (booking.status === 'CANCELLED') return 'cancelled';
  if (NOT_MADE.includes(booking.status)) return 'notMade';
  if (booking.show.started) return 'past';
  return booking.status === 'CONFIRMED' ? 'valid' : 'pending';
}

/** True for what is still to come. */
export function isUpcoming(state: BookingState): boolean {
  return state === 'valid' || state === 'pending';
}
