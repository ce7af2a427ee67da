import { Booking, BookingEvent } from '@modex/domain';
import { BookingFacts, codeFact, namesOf, seatFacts, showFacts, stillValid } from './booking-facts';
import { Block, isolated, Letter } from './letter';

/** What a letter about a booking is made of: the booking as its event left it. */
export interface BookingNews extends BookingFacts {
  readonly event: BookingEvent;
}

/** The booking as the event left it; more may have happened to it since. */
export function asOf(booking: Booking, { seats, left, at }: BookingEvent): Booking {
  const returned = booking.returned.filter((seat) => seat.at <= at);
  return left.length === 0
    ? { ...booking, status: 'CANCELLED', seats, returned }
    : { ...booking, status: 'CONFIRMED', seats: left, returned };
}

/** What its customer is told of what happened to a booking. */
export function bookingLetter(news: BookingNews): Letter {
  switch (news.event.kind) {
    case 'confirmed':
      return confirmed(news);
    case 'seats-returned':
      return seatsReturned(news);
    case 'cancelled':
      return cancelled(news);
  }
}

function confirmed(news: BookingNews): Letter {
  const { show } = news;
  return {
    subject: `Your booking: ${isolated(show.title)}`,
    heading: 'Your booking is confirmed',
    blocks: [{ kind: 'facts', facts: [...showFacts(news), ...seatFacts(news), codeFact(news)] }, ...stillValid(news)],
  };
}

function seatsReturned(news: BookingNews): Letter {
  const { booking, event, show } = news;
  const given = booking.names.filter(({ id }) => event.seats.includes(id));
  return {
    subject: `Seats given back: ${isolated(show.title)}`,
    heading: byCustomer(news) ? 'You gave seats back' : 'The organiser took seats off your booking',
    blocks: [
      ...inTheirWords(event.reason),
      {
        kind: 'facts',
        facts: [
          { name: 'Given back', lines: given.map(({ name }) => name) },
          ...showFacts(news),
          ...seatFacts(news),
          codeFact(news),
        ],
      },
      ...stillValid(news),
    ],
  };
}

function cancelled(news: BookingNews): Letter {
  const { booking, event, show } = news;
  const isShow = show.status === 'CANCELLED' && !byCustomer(news);
  const who = byCustomer(news) ? 'You cancelled your booking' : 'The organiser cancelled your booking';
  const paid = (booking.price?.total ?? 0) > 0 ? 'If you have paid for it already, ask at the box office.' : undefined;
  return {
    subject: isShow ? `Cancelled: ${isolated(show.title)}` : `Booking cancelled: ${isolated(show.title)}`,
    heading: isShow ? 'The show is cancelled, and with it your booking' : who,
    blocks: [
      ...inTheirWords(event.reason ?? (isShow ? show.cancelReason : undefined)),
      { kind: 'facts', facts: [...showFacts(news), { name: 'Seats', lines: namesOf(news.seats) }, codeFact(news)] },
      ...(paid === undefined ? [] : [{ kind: 'text', text: paid } as const]),
    ],
  };
}

function byCustomer({ booking, event }: Pick<BookingNews, 'booking' | 'event'>): boolean {
  return event.by === booking.userId;
}

function inTheirWords(reason: string | null | undefined): readonly Block[] {
  return reason === undefined || reason === null ? [] : [{ kind: 'quote', text: reason }];
}
