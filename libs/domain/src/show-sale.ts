import { SalePhase, Show } from './show';

/** What binds somebody who wants seats: the window of the sale, or, for the box office and for a hold, the start alone. */
export type SaleBound = 'window' | 'start';

const HOUR_MS = 3_600_000;

/** What a clock says of a show. */
type ToldByClock = Pick<Show, 'started' | 'salePhase' | 'bookable' | 'returnable'>;

/** The moments that a show's sale depends on. */
type SaleTimes = Pick<Show, 'startTime' | 'saleOpensAt' | 'saleClosesAt'>;

/** What the clock says of a show at this moment: the one place where it is decided whether seats can be booked. */
export function saleAt(show: SaleTimes & Pick<Show, 'status' | 'giveBackHours'>, now: Date): ToldByClock {
  const { startTime, giveBackHours } = show;
  const started = startTime <= now;
  const salePhase = phaseAt(show, now);
  const toCome = isToCome({ ...show, started });
  const returnable = toCome && giveBackHours !== null && now.getTime() < startTime.getTime() - giveBackHours * HOUR_MS;
  return { started, salePhase, bookable: toCome && salePhase === 'OPEN', returnable };
}

/** Why its customers cannot give seats back, in one sentence; undefined where they can. */
export function whyNotReturnable({ returnable, started, giveBackHours }: Show): string | undefined {
  if (returnable) return undefined;
  if (started) return 'The show has started; ask the organiser.';
  if (giveBackHours === null) return 'Seats of this show are given back at the box office.';
  const hours = giveBackHours === 1 ? '1 hour' : `${giveBackHours} hours`;
  return `Seats could be given back until ${hours} before the show; ask the box office.`;
}

/** Whether a show is on sale and has not started, whatever the window of its sale. */
export function isToCome({ status, started }: Pick<Show, 'status' | 'started'>): boolean {
  return status === 'ON_SALE' && !started;
}

/** Why its seats cannot be booked, in one sentence; undefined where they can. */
export function whyNotOnSale(show: Show, bound: SaleBound): string | undefined {
  if (bound === 'window' ? show.bookable : isToCome(show)) return undefined;
  if (show.status === 'CANCELLED') return 'The show was cancelled; its seats cannot be booked any more.';
  if (show.started) return 'The show has started; its seats cannot be booked any more.';
  return show.salePhase === 'NOT_OPEN'
    ? `The sale opens at ${show.saleOpensAt?.toISOString()}; book then.`
    : `The sale closed at ${show.saleClosesAt?.toISOString()}; ask the box office.`;
}

/** Which moment of a sale does not fit the others, and in which words; undefined where all do. */
export function saleTimesFault(
  show: SaleTimes,
): { readonly field: 'saleOpensAt' | 'saleClosesAt'; readonly message: string } | undefined {
  const { startTime, saleOpensAt, saleClosesAt } = show;
  if (saleClosesAt !== null && saleClosesAt > startTime) {
    return { field: 'saleClosesAt', message: 'must not be after the start of the show' };
  }
  if (saleOpensAt === null || saleOpensAt < (saleClosesAt ?? startTime)) return undefined;
  const end = saleClosesAt === null ? 'the show starts' : 'the sale closes';
  return { field: 'saleOpensAt', message: `must be before ${end}` };
}

function phaseAt({ saleOpensAt, saleClosesAt }: SaleTimes, now: Date): SalePhase {
  if (saleOpensAt !== null && now < saleOpensAt) return 'NOT_OPEN';
  return saleClosesAt !== null && saleClosesAt <= now ? 'CLOSED' : 'OPEN';
}
