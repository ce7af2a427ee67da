import { mdiCalendarCheck, mdiCheckDecagram, mdiCloseOctagonOutline, mdiPencilOutline, mdiSeatOutline } from '@mdi/js';
import { AdminShowResponse } from '@modex/web-api-client';
import { ChipTone } from '@modex/web-ui';

/** The state of a show as its organisers see it: from its status, the time and the sales. */
export const SHOW_STATES = ['draft', 'onSale', 'soldOut', 'over', 'cancelled'] as const;
export type ShowState = (typeof SHOW_STATES)[number];

/** The chip of each state. */
export const SHOW_STATE_WORDS: Readonly<
  Record<ShowState, { readonly word: string; readonly icon: string; readonly tone: ChipTone }>
> = {
  draft: { word: $localize`Draft`, icon: mdiPencilOutline, tone: 'waiting' },
  onSale: { word: $localize`On sale`, icon: mdiCheckDecagram, tone: 'good' },
  soldOut: { word: $localize`Sold out`, icon: mdiSeatOutline, tone: 'good' },
  over: { word: $localize`Over`, icon: mdiCalendarCheck, tone: 'quiet' },
  cancelled: { word: $localize`Cancelled`, icon: mdiCloseOctagonOutline, tone: 'bad' },
};

/** A show is over when it was on sale and has begun; the API's `bookable` says so. */
export function showStateOf(show: Pick<AdminShowResponse, 'status' | 'bookable' | 'freeSeats'>): ShowState {
  if (show.status === 'CANCELLED') return 'cancelled';
  if (show.status === 'DRAFT') return 'draft';
  if (!show.bookable) return 'over';
  return show.freeSeats === 0 ? 'soldOut' : 'onSale';
}
