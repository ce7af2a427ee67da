import {
  mdiAlertOctagonOutline,
  mdiBlockHelper,
  mdiCancel,
  mdiCheckDecagram,
  mdiClockAlertOutline,
  mdiTimerSandEmpty,
  mdiUndoVariant,
} from '@mdi/js';
import { SeatEventKind, SeatEventResponse } from '@modex/web-api-client';
import { ChipTone } from '@modex/web-ui';
import { BLOCK_REASON_WORDS } from '../show/block-reasons';
import { writeMoment } from './moment';

/** The chip of an event, and what more there is to say. */
export interface EventWords {
  readonly word: string;
  readonly icon: string;
  readonly tone: ChipTone;
  readonly more: string;
}

const EVENT_WORDS: Readonly<Record<SeatEventKind, EventWords>> = {
  PENDING: { word: $localize`Being booked`, icon: mdiTimerSandEmpty, tone: 'waiting', more: '' },
  HELD: {
    word: $localize`Held`,
    icon: mdiTimerSandEmpty,
    tone: 'waiting',
    more: $localize`Kept while a customer decides.`,
  },
  BOOKED: { word: $localize`Booked`, icon: mdiCheckDecagram, tone: 'good', more: '' },
  CANCELLED: { word: $localize`Cancelled`, icon: mdiCancel, tone: 'bad', more: $localize`The seat was given back.` },
  RELEASED: {
    word: $localize`Released`,
    icon: mdiUndoVariant,
    tone: 'quiet',
    more: $localize`It was kept or tried for, and given back without a sale.`,
  },
  TRIED: {
    word: $localize`Tried`,
    icon: mdiClockAlertOutline,
    tone: 'quiet',
    more: $localize`An attempt that came to nothing. It may have had the seat until about then.`,
  },
  BLOCKED: { word: $localize`Blocked`, icon: mdiBlockHelper, tone: 'waiting', more: '' },
  BLOCK_RELEASED: {
    word: $localize`Released`,
    icon: mdiUndoVariant,
    tone: 'quiet',
    more: $localize`It was blocked, and went back on sale.`,
  },
};

/** After a failover the clocks of a cluster may differ by this much, in milliseconds: shorter overlaps do not count. */
const CLOCK_SKEW_MS = 2000;

/** An event with its words. */
export interface ToldEvent extends Omit<SeatEventResponse, 'words'> {
  readonly words: EventWords;
}

/**
 * The events of a seat in order of time, each with its words; within the same millisecond, those that free the seat come
 * first. A sale while another booking still had the seat, for longer than clocks may differ, is shown as a double sale.
 */
export function tellEvents(events: readonly SeatEventResponse[]): readonly ToldEvent[] {
  const ordered = [...events].sort(
    (one, other) => Date.parse(one.at) - Date.parse(other.at) || rankOf(one, events) - rankOf(other, events),
  );
  return ordered.map((event, place) => {
    const owner = event.kind === 'BOOKED' ? ownerAt(ordered, place) : undefined;
    return { ...event, words: owner === undefined ? wordsOf(event) : soldTwice(owner) };
  });
}

function wordsOf({ kind, until, reason, words }: SeatEventResponse): EventWords {
  if (reason !== null) {
    const why = BLOCK_REASON_WORDS[reason];
    return { ...EVENT_WORDS[kind], more: words === null ? why : `${why}: ${words}` };
  }
  if (until === null) return EVENT_WORDS[kind];
  const more = $localize`Somebody is just booking it, and may have it already. What is not booked by ${writeMoment(until)}:moment: is given up.`;
  return { ...EVENT_WORDS[kind], more };
}

/** If a booking was cancelled in the same millisecond as its sale, the sale comes first. */
function rankOf(event: SeatEventResponse, events: readonly SeatEventResponse[]): number {
  if (event.kind === 'BOOKED' || event.kind === 'BLOCKED') return 1;
  const isBrief = events.some(
    ({ kind, bookingId, at }) => kind === 'BOOKED' && bookingId === event.bookingId && at === event.at,
  );
  return isBrief ? 2 : 0;
}

/** The other booking that had the seat before the sale at `place`, and still had it well after. */
function ownerAt(events: readonly SeatEventResponse[], place: number): string | undefined {
  const sale = events[place];
  if (!sale) return undefined;
  const { at, bookingId } = sale;
  const limit = Date.parse(at) + CLOCK_SKEW_MS;
  const stillHad = (booking: string | null): boolean =>
    !events.some((event) => event.kind !== 'BOOKED' && event.bookingId === booking && Date.parse(event.at) <= limit);
  return (
    events
      .slice(0, place)
      .find((event) => event.kind === 'BOOKED' && event.bookingId !== bookingId && stillHad(event.bookingId))
      ?.bookingId ?? undefined
  );
}

function soldTwice(owner: string): EventWords {
  return {
    word: $localize`Sold twice`,
    icon: mdiAlertOctagonOutline,
    tone: 'bad',
    more: $localize`Booking ${owner}:booking: still had the seat. Speak to both buyers, and tell whoever runs this server.`,
  };
}
