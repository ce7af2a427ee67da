import {
  mdiCalendarCheck,
  mdiCalendarClock,
  mdiCheckDecagram,
  mdiCloseOctagonOutline,
  mdiLockClock,
  mdiPencilOutline,
  mdiSeatOutline,
} from '@mdi/js';
import { isToCome } from '@modex/domain';
import { AdminShowResponse } from '@modex/web-api-client';
import { ChipTone } from '@modex/web-ui';

/** The state of a show as its organisers see it: from its status, the time and the sales. */
export const SHOW_STATES = ['draft', 'opensLater', 'onSale', 'soldOut', 'closed', 'over', 'cancelled'] as const;
export type ShowState = (typeof SHOW_STATES)[number];

/** The chip of each state. */
export const SHOW_STATE_WORDS: Readonly<
  Record<ShowState, { readonly word: string; readonly icon: string; readonly tone: ChipTone }>
> = {
  draft: { word: $localize`Draft`, icon: mdiPencilOutline, tone: 'waiting' },
  opensLater: { word: $localize`Sale opens later`, icon: mdiCalendarClock, tone: 'waiting' },
  onSale: { word: $localize`On sale`, icon: mdiCheckDecagram, tone: 'good' },
  soldOut: { word: $localize`Sold out`, icon: mdiSeatOutline, tone: 'good' },
  closed: { word: $localize`Sale closed`, icon: mdiLockClock, tone: 'quiet' },
  over: { word: $localize`Over`, icon: mdiCalendarCheck, tone: 'quiet' },
  cancelled: { word: $localize`Cancelled`, icon: mdiCloseOctagonOutline, tone: 'bad' },
};

/** A show is over when it was on sale and has begun, by the API's clock. */
export function showStateOf(
  show: Pick<AdminShowResponse, 'status' | 'started' | 'salePhase' | 'freeSeats'>,
): ShowState {
  if (show.status === 'CANCELLED') return 'cancelled';
  if (show.status === 'DRAFT') return 'draft';
  if (!isToCome(show)) return 'over';
  if (show.salePhase !== 'OPEN') return show.salePhase === 'CLOSED' ? 'closed' : 'opensLater';
  return show.freeSeats === 0 ? 'soldOut' : 'onSale';
}
