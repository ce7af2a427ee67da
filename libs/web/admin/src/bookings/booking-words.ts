import { mdiCancel, mdiCheckDecagram, mdiClockAlertOutline, mdiTimerSandEmpty } from '@mdi/js';
import { BookingStatus } from '@modex/web-api-client';
import { ChipTone } from '@modex/web-ui';

/** The chip of each state of a booking, as an organiser reads it. */
export const BOOKING_STATUS_WORDS: Readonly<
  Record<BookingStatus, { readonly word: string; readonly icon: string; readonly tone: ChipTone }>
> = {
  CONFIRMED: { word: $localize`Confirmed`, icon: mdiCheckDecagram, tone: 'good' },
  PENDING: { word: $localize`Being made`, icon: mdiTimerSandEmpty, tone: 'waiting' },
  HELD: { word: $localize`Held`, icon: mdiTimerSandEmpty, tone: 'waiting' },
  CANCELLED: { word: $localize`Cancelled`, icon: mdiCancel, tone: 'bad' },
  EXPIRED: { word: $localize`Expired`, icon: mdiClockAlertOutline, tone: 'quiet' },
  RELEASED: { word: $localize`Given back`, icon: mdiClockAlertOutline, tone: 'quiet' },
  FAILED: { word: $localize`Failed`, icon: mdiClockAlertOutline, tone: 'quiet' },
};
