import { Booking, BookingEvent, NamedSeat, Quote, Show } from '@modex/domain';
import { asOf, bookingLetter, BookingNews } from './booking-letter';
import { writeLetter } from './letter';

const [ONE, TWO] = ['a', 'b'].map((id, at) => ({ id, name: `Row A, seat ${at + 1}` }) as NamedSeat) as [
  NamedSeat,
  NamedSeat,
];
const AT = new Date('2027-03-01T12:00:00Z');

const PRICE: Quote = {
  currency: 'EUR',
  tickets: [
    { seatId: 'a', category: 'all', type: 'adult', typeName: 'Adult', proof: false, amount: 4_500, tax: 0 },
    { seatId: 'b', category: 'all', type: 'child', typeName: 'Child', proof: false, amount: 2_250, tax: 0 },
  ],
  fees: [{ key: 'fee', name: 'Handling', amount: 150, tax: 0 }],
  tax: null,
  total: 6_900,
  taxTotal: 0,
};
const SHOW = {
  title: 'Hamlet',
  venue: 'Town Theatre',
  startTime: new Date('2027-07-02T18:30:00Z'),
  timeZone: 'Europe/Berlin',
  status: 'ON_SALE',
  cancelReason: null,
} as Show;
const BOOKING = {
  ...{ id: '66f0c0ffee00112233445577', code: '7KQ8V25M', userId: 'ada', status: 'CONFIRMED' },
  ...{ seats: ['a', 'b'], names: [ONE, TWO], returned: [] },
} as unknown as Booking;
const EVENT: BookingEvent = {
  number: 1,
  at: AT,
  kind: 'confirmed',
  seats: ['a', 'b'],
  left: ['a', 'b'],
  by: 'ada',
  readers: [],
};

const news = (changes: Partial<BookingNews> = {}): BookingNews => ({
  ...{ booking: BOOKING, show: SHOW, seats: [ONE, TWO], returnedSeats: [], payment: undefined, event: EVENT },
  publicUrl: 'https://tickets.example.org',
  ...changes,
});
const textOf = (changes: Partial<BookingNews>) => writeLetter(bookingLetter(news(changes))).text;
const cancelled = (changes: Partial<BookingEvent> = {}): BookingEvent => ({
  ...EVENT,
  kind: 'cancelled',
  left: [],
  ...changes,
});

describe('a letter about a booking', () => {
  it('confirms it with the show by the clocks of its venue, the seats, and the ways to it', () => {
    expect(writeLetter(bookingLetter(news()))).toMatchObject({
      subject: 'Your booking: Hamlet',
      text: `Your booking is confirmed

Show: Hamlet
When: Friday, 2 July 2027 at 20:30 (Central European Time)
Where: Town Theatre
Seats: Row A, seat 1
       Row A, seat 2
Booking code: 7KQ8V25M

See your booking:
https://tickets.example.org/bookings/66f0c0ffee00112233445577

Not signed in? There, the booking code and this e-mail address open your booking on any device, without an account.

Open it by its code:
https://tickets.example.org/bookings/find
`,
    });
  });

  it('says what each seat costs, and what is to be paid', () => {
    const due = { amount: 6_900, currency: 'EUR' };
    const text = textOf({ booking: { ...BOOKING, price: PRICE }, payment: { kind: 'at-the-box-office', due } });
    expect(text).toContain(
      'Row A, seat 1, Adult, €45.00\n       Row A, seat 2, Child, €22.50\nHandling: €1.50\nTotal: €69.00',
    );
    expect(text).toContain('Please pay €69.00 at the box office before the show.');
  });

  it('has no address where nobody said how the site is reached', () => {
    const text = textOf({ publicUrl: undefined });
    expect(text).not.toContain('http');
    expect(text).toContain('On the site, the booking code and this e-mail address open your booking');
  });

  it('names the seats that were given back and those that stay, and no sum any more', () => {
    const event: BookingEvent = { ...EVENT, kind: 'seats-returned', seats: ['a'], left: ['b'] };
    const text = textOf({ event, booking: { ...BOOKING, price: PRICE }, seats: [TWO], returnedSeats: [ONE] });
    expect(text).toContain('You gave seats back\n\nGiven back: Row A, seat 1\n');
    expect(text).toContain('Seats: Row A, seat 2, Child, €22.50\nBooking code');
  });

  it('tells who took seats off, and why, in their words', () => {
    const event: BookingEvent = {
      ...EVENT,
      kind: 'seats-returned',
      seats: ['a'],
      left: ['b'],
      by: 'staff',
      reason: 'A camera\nstands there.',
    };
    expect(textOf({ event, seats: [TWO], returnedSeats: [ONE] })).toContain(
      'The organiser took seats off your booking\n\n> A camera\n> stands there.\n',
    );
  });

  it.each<[string, Partial<BookingNews>, string, string]>([
    ['its customer', { event: cancelled() }, 'Booking cancelled: Hamlet', 'You cancelled your booking\n\nShow: Hamlet'],
    [
      'staff',
      { event: cancelled({ by: 'staff', reason: 'Paid twice.' }) },
      'Booking cancelled: Hamlet',
      'The organiser cancelled your booking\n\n> Paid twice.',
    ],
    [
      'its customer, before the show was',
      { event: cancelled(), show: { ...SHOW, status: 'CANCELLED', cancelReason: 'Ill.' } },
      'Booking cancelled: Hamlet',
      'You cancelled your booking\n\nShow: Hamlet',
    ],
    [
      'the end of its show',
      {
        event: cancelled({ by: undefined }),
        show: { ...SHOW, status: 'CANCELLED', cancelReason: 'The actor is ill.' },
      },
      'Cancelled: Hamlet',
      'The show is cancelled, and with it your booking\n\n> The actor is ill.',
    ],
  ])('tells that a booking was cancelled by %s', (_who, changes, subject, beginning) => {
    const written = writeLetter(bookingLetter(news(changes)));
    expect([written.subject, written.text.slice(0, beginning.length)]).toEqual([subject, beginning]);
    expect(written.text).not.toContain('See your booking');
  });

  it('keeps the direction of a title from right to left, in the subject and in the text', () => {
    const title = 'כרמן (2027)!';
    const { subject, text } = writeLetter(bookingLetter(news({ show: { ...SHOW, title } })));
    expect(subject).toBe(`Your booking: \u2068${title}\u2069`);
    expect(text).toContain(`Show: \u2068${title}\u2069\n`);
  });

  it('tells nothing that happened later', () => {
    const later = new Date(AT.getTime() + 1);
    const now: Booking = { ...BOOKING, status: 'CANCELLED', seats: ['b'], returned: [{ seatId: 'a', at: later }] };
    expect(asOf(now, EVENT)).toMatchObject({ status: 'CONFIRMED', seats: ['a', 'b'], returned: [] });
    const gave: BookingEvent = { ...EVENT, kind: 'seats-returned', at: later, seats: ['a'], left: ['b'] };
    expect(asOf(now, gave)).toMatchObject({ status: 'CONFIRMED', seats: ['b'], returned: [{ seatId: 'a' }] });
    expect(asOf(now, cancelled({ at: later, seats: ['b'] }))).toMatchObject({ status: 'CANCELLED', seats: ['b'] });
  });
});
