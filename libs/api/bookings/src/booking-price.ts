import { invalid } from '@modex/api-core';
import { Money, placeNumberOf, Quote, quote, SeatedShow } from '@modex/domain';

/** What a customer says of the price of the seats. */
export interface PriceWish {
  /** For whom some of the seats are; the others get the first ticket type of the show. */
  readonly tickets?: readonly TicketWish[] | undefined;
  /** What the customer saw; absent: the price of the moment is all right. */
  readonly total?: Money | undefined;
}

export interface TicketWish {
  readonly seatId: string;
  /** Key of a ticket type of the show. */
  readonly type: string;
}

/**
 * What seats of a show cost now; undefined where it is free of charge.
 * @param seats in lock order, all of them of this show
 * @throws DomainError `validation-failed` for a ticket of another seat, a seat with two tickets or an unknown ticket type
 */
export function priceOfSeats(
  show: SeatedShow,
  seats: readonly string[],
  tickets: readonly TicketWish[] = [],
): Quote | undefined {
  const types = new Map(tickets.map(({ seatId, type }) => [seatId.toLowerCase(), type]));
  if (types.size < tickets.length) throw invalidTickets('Each seat may have one ticket.');
  if ([...types.keys()].some((seatId) => !seats.includes(seatId))) {
    throw invalidTickets('Name tickets of the seats that you book.');
  }
  if (show.prices === null) {
    if (tickets.length > 0) throw invalidTickets('The show has no ticket types.');
    return undefined;
  }
  const wanted = seats.map((seatId) => {
    const category = show.plan.place(placeNumberOf(seatId))?.category ?? '';
    return { seatId, category, type: types.get(seatId) };
  });
  return quote(show.prices, wanted);
}

function invalidTickets(message: string) {
  return invalid([{ field: 'tickets', message }]);
}
