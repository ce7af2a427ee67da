import type { BookingDetails } from '@modex/api-bookings';
import { Booking, BookingEvent, Money, moneyText, NamedSeat } from '@modex/domain';
import { Block, Fact, isolated, Letter } from './letter';
import { LOCALE, showTime } from './show-time';

/** What a letter about a booking is made of: the booking as its event left it. */
export type BookingNews = Pick<BookingDetails, 'booking' | 'show' | 'seats' | 'returnedSeats' | 'payment'> & {
  readonly event: BookingEvent;
  /** Address under which the site is reached; undefined: not known. */
  readonly publicUrl: string | undefined;
};

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

function showFacts({ show }: Pick<BookingNews, 'show'>): readonly Fact[] {
  return [
    { name: 'Show', lines: [show.title] },
    { name: 'When', lines: [showTime(show)] },
    ...(show.venue === null || show.venue === '' ? [] : [{ name: 'Where', lines: [show.venue] }]),
  ];
}

/** The seats with what each costs; the fees and the sum only as long as the booking is whole, since they are the whole's. */
function seatFacts({ booking, seats, returnedSeats }: BookingNews): readonly Fact[] {
  const { price } = booking;
  if (price === undefined) return [{ name: 'Seats', lines: namesOf(seats) }];
  const tickets = new Map(price.tickets.map((ticket) => [ticket.seatId, ticket]));
  const money = (amount: number) => moneyText({ amount, currency: price.currency }, LOCALE);
  const lines = seats.map(({ id, name }) => {
    const ticket = tickets.get(id);
    if (ticket === undefined) return name;
    return [name, ...(ticket.typeName === '' ? [] : [ticket.typeName]), money(ticket.amount)].join(', ');
  });
  if (returnedSeats.length > 0) return [{ name: 'Seats', lines }];
  const fees = price.fees.map(({ name, amount }) => ({ name, lines: [money(amount)] }));
  return [{ name: 'Seats', lines }, ...fees, { name: 'Total', lines: [money(price.total)] }];
}

function codeFact({ booking }: Pick<BookingNews, 'booking'>): Fact {
  return { name: 'Booking code', lines: [booking.code] };
}

/** What is to be paid, and the ways to the booking: with its address, and anywhere by its code. */
function stillValid({ booking, payment, publicUrl }: BookingNews): readonly Block[] {
  const due = payment && { kind: 'text' as const, text: toPay(payment.due) };
  const anywhere = 'the booking code and this e-mail address open your booking on any device, without an account.';
  return [
    ...(due === undefined ? [] : [due]),
    ...(publicUrl === undefined
      ? [{ kind: 'text' as const, text: `On the site, ${anywhere}` }]
      : [
          { kind: 'link' as const, text: 'See your booking', url: `${publicUrl}/bookings/${booking.id}` },
          { kind: 'text' as const, text: `Not signed in? There, ${anywhere}` },
          { kind: 'link' as const, text: 'Open it by its code', url: `${publicUrl}/bookings/find` },
        ]),
  ];
}

function toPay(due: Money | undefined): string {
  if (due === undefined) return 'What remains to be paid is said at the box office, where you pay it before the show.';
  return `Please pay ${moneyText(due, LOCALE)} at the box office before the show.`;
}

function namesOf(seats: readonly NamedSeat[]): readonly string[] {
  return seats.map(({ name }) => name);
}
