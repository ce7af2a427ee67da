import type { BookingDetails } from '@modex/api-bookings';
import { Money, moneyText, NamedSeat } from '@modex/domain';
import { Block, Fact } from './letter';
import { LOCALE, showTime } from './show-time';

/** A booking with its show, as every letter about it has them. */
export interface BookingFacts extends Pick<BookingDetails, 'booking' | 'show' | 'seats' | 'returnedSeats' | 'payment'> {
  /** Address under which the site is reached; undefined: not known. */
  readonly publicUrl: string | undefined;
}

/** Which show it is, when and where. */
export function showFacts({ show }: Pick<BookingFacts, 'show'>): readonly Fact[] {
  return [
    { name: 'Show', lines: [show.title] },
    { name: 'When', lines: [showTime(show)] },
    ...(show.venue === null || show.venue === '' ? [] : [{ name: 'Where', lines: [show.venue] }]),
  ];
}

/** The seats with what each costs; the fees and the sum only as long as the booking is whole, since they are the whole's. */
export function seatFacts({ booking, seats, returnedSeats }: BookingFacts): readonly Fact[] {
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

/** By what its customer names the booking. */
export function codeFact({ booking }: Pick<BookingFacts, 'booking'>): Fact {
  return { name: 'Booking code', lines: [booking.code] };
}

/** What is to be paid, and the ways to the booking: with its address, and anywhere by its code. */
export function stillValid({ booking, payment, publicUrl }: BookingFacts): readonly Block[] {
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

function toPay(due: Money): string {
  return `Please pay ${moneyText(due, LOCALE)} at the box office before the show.`;
}

/** Seats as they were sold. */
export function namesOf(seats: readonly NamedSeat[]): readonly string[] {
  return seats.map(({ name }) => name);
}
