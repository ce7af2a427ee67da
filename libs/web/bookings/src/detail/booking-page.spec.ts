import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Api, BookingResponse, UserResponse } from '@modex/web-api-client';
import { seatOf, Visitor } from '@modex/web-ui/testing';
import { BookingPage } from './booking-page';

const ADA: UserResponse = {
  userId: 'ada',
  name: 'Ada',
  email: 'ada@example.org',
  role: 'CUSTOMER',
  kind: 'REGISTERED',
  emailProved: true,
};
const BOOKING: BookingResponse = {
  bookingId: 'b1',
  code: '7KQ8V25M',
  customerName: 'Ada',
  status: 'CONFIRMED',
  cancellable: true,
  createdAt: '2026-11-01T10:00:00.000Z',
  show: {
    id: 's1',
    title: 'Ondine',
    startTime: '2099-03-01T19:30:00.000Z',
    timeZone: 'Europe/Berlin',
    durationMinutes: null,
    venue: null,
    status: 'ON_SALE',
    started: false,
    cancelReason: null,
    changes: [],
  },
  seats: [seatOf('A', 7)],
  returnedSeats: [],
  reason: null,
  price: null,
  payment: null,
};

describe('BookingPage', () => {
  let fixture: ComponentFixture<BookingPage>;
  let visitor: Visitor;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    sessionStorage.clear();
    visitor = new Visitor(document, TestBed.inject(HttpTestingController));
    fixture = TestBed.createComponent(BookingPage);
    fixture.componentRef.setInput('bookingId', 'b1');
    TestBed.tick();
  });

  const focus = (name: string): void =>
    [...document.querySelectorAll<HTMLElement>('.next :is(a, button)')]
      .find(({ textContent }) => textContent?.includes(name))
      ?.focus();

  it('shows what the show says to whoever comes', async () => {
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await visitor.answer('GET /api/bookings/b1', BOOKING);
    await visitor.answer('GET /api/shows/s1', { gettingThere: 'Tram 12.', houseRules: null });
    await visitor.sees('How to get thereTram 12.');
  });

  it('shows the ticket with its code, and whose it is', async () => {
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await visitor.answer('GET /api/bookings/b1', BOOKING);
    await visitor.sees('Booking code');
    expect(visitor.text()).toContain('7KQ8V25M');
    expect(document.querySelector('mx-ticket')?.textContent).toContain('Ada');
    expect(visitor.text()).toContain('Row A · seat 7');
  });

  it('shows the cancelled ticket of the answer, without a way to cancel it again', async () => {
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await visitor.answer('GET /api/bookings/b1', BOOKING);
    await visitor.press('Cancel booking');
    await visitor.press('Give the seat back');
    await visitor.answer('POST /api/bookings/b1/cancel', { ...BOOKING, status: 'CANCELLED', cancellable: false });
    await visitor.sees('The ticket is no longer valid.');
    expect(visitor.buttonNames()).not.toContain('Cancel booking');
  });

  it('learns by itself that the server has cancelled the show', async () => {
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await visitor.answer('GET /api/bookings/b1', BOOKING);
    await visitor.sees('Booking code');
    await visitor.refuse('GET /api/shows/s1', { status: 503, code: 'overloaded' });
    await visitor.refuse('GET /api/organiser', { status: 503, code: 'overloaded' });
    document.dispatchEvent(new Event('visibilitychange'));
    await visitor.refuse('GET /api/bookings/b1', { status: 503, code: 'overloaded' });
    await visitor.sees('The ticket may be a little behind');
    expect(visitor.text()).toContain('Booking code');
    focus('Cancel booking');
    document.dispatchEvent(new Event('visibilitychange'));
    const show = { ...BOOKING.show, status: 'CANCELLED' };
    await visitor.answer('GET /api/bookings/b1', { ...BOOKING, show, status: 'CANCELLED', cancellable: false });
    await visitor.sees('The organiser has cancelled this show');
    expect(visitor.buttonNames()).not.toContain('Cancel booking');
    expect(visitor.text()).not.toContain('a little behind');
    expect(document.activeElement?.tagName).toBe('H1');
    expect(document.querySelector('[role=status]')?.textContent).toContain('The organiser has cancelled this show');
    document.dispatchEvent(new Event('visibilitychange'));
    TestBed.inject(HttpTestingController).verify();
  });

  it('says what it cost when it was sold, line by line', async () => {
    await visitor.answer('GET /api/auth/me', { user: ADA });
    const [seat] = BOOKING.seats;
    const ticket = { seatId: seat?.id, category: 'all', type: 'child', typeName: 'Child', proof: true };
    const price = {
      ...{ currency: 'EUR', total: 2_400, taxTotal: 157, tax: { name: 'VAT', percent: 700, included: true } },
      tickets: [{ ...ticket, amount: 2_250, tax: 147 }],
      fees: [{ key: 'service', name: 'Service', amount: 150, tax: 10 }],
    };
    await visitor.answer('GET /api/bookings/b1', { ...BOOKING, price });
    await visitor.sees('Booking code');
    const said = document.querySelector('mx-sold-price')?.textContent?.replace(/\s+/g, ' ');
    expect(said).toContain(`${seat?.name} · Child (proof at the door)€22.50`);
    expect(said).toContain('Service€1.50Total€24.00');
    expect(said).toContain('includes 7% VAT €1.57');
  });

  it.each([
    [{}, { amount: 9_000, currency: 'EUR' }, 'Pay €90.00 at the box office'],
    [{ show: { ...BOOKING.show, status: 'CANCELLED' } } as const, { amount: 9_000, currency: 'EUR' }, undefined],
  ])('says how it is paid while it is of use: %j, %j', async (changes, due, words) => {
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await visitor.answer('GET /api/bookings/b1', {
      ...{ ...BOOKING, ...changes },
      payment: { kind: 'at-the-box-office', due },
    });
    await visitor.sees('Booking code');
    expect(document.querySelector('mx-ticket .pay')?.textContent).toBe(words);
  });

  it('leaves the focus alone where what has it stays', async () => {
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await visitor.answer('GET /api/bookings/b1', BOOKING);
    await visitor.sees('Booking code');
    focus('To the show');
    document.dispatchEvent(new Event('visibilitychange'));
    await visitor.answer('GET /api/bookings/b1', { ...BOOKING, status: 'CANCELLED', cancellable: false });
    await visitor.sees('The ticket is no longer valid.');
    expect(document.activeElement?.textContent).toContain('To the show');
  });

  it('goes on asking after an answer that nobody can read', async () => {
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await visitor.answer('GET /api/bookings/b1', BOOKING);
    await visitor.sees('Booking code');
    const invoke = jest.spyOn(TestBed.inject(Api), 'invoke').mockRejectedValueOnce(new TypeError('no answer at all'));
    document.dispatchEvent(new Event('visibilitychange'));
    await visitor.sees('The ticket may be a little behind');
    invoke.mockRestore();
    document.dispatchEvent(new Event('visibilitychange'));
    await visitor.answer('GET /api/bookings/b1', BOOKING);
    await visitor.seesNoMore('The ticket may be a little behind');
  });

  it('asks no more about an evening that is over', async () => {
    await visitor.answer('GET /api/auth/me', { user: ADA });
    const show = { ...BOOKING.show, started: true };
    await visitor.answer('GET /api/bookings/b1', { ...BOOKING, show, cancellable: false });
    await visitor.sees('Booking code');
    await visitor.answer('GET /api/organiser', { name: null });
    document.dispatchEvent(new Event('visibilitychange'));
    TestBed.inject(HttpTestingController).verify();
  });

  it('tells nothing of a booking that is not ours', async () => {
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await visitor.refuse('GET /api/bookings/b1', { status: 404, code: 'unknown-booking' });
    await visitor.sees('We cannot find this booking');
    expect(visitor.buttonNames()).toEqual(['Find it by its code', 'My bookings']);
  });

  it('asks for the sign-in first', async () => {
    await visitor.refuse('GET /api/auth/me', { status: 401, code: 'unauthenticated' });
    await visitor.sees('This booking is private');
    TestBed.inject(HttpTestingController).expectNone('/api/bookings/b1');
  });

  const three = { ...BOOKING, seats: [seatOf('A', 7), seatOf('A', 8), seatOf('A', 9)] };
  const show = async (booking: BookingResponse): Promise<void> => {
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await visitor.answer('GET /api/bookings/b1', booking);
    await visitor.sees('Booking code');
  };

  it('gives the ticked seats back after asking, and keeps the others', async () => {
    await show(three);
    await visitor.press('Give seats back');
    expect(visitor.canPress('Give 0 seats back')).toBe(false);
    await visitor.check('Row A, seat 8');
    await visitor.sees('You keep 2.');
    await visitor.press('Give 1 seat back');
    await visitor.sees('Give Row A, seat 8 back?');
    await visitor.sees('You keep Row A, seat 7; Row A, seat 9.');
    await visitor.press('Give the seat back');
    const after = { ...three, seats: [seatOf('A', 7), seatOf('A', 9)], returnedSeats: [seatOf('A', 8)] };
    const { request } = await visitor.answer('POST /api/bookings/b1/cancel', after);
    expect(request.body).toEqual({ seatIds: ['a8'] });
    await visitor.sees('Others can now book what you gave back.');
    expect(document.querySelector('mx-ticket')?.textContent).toContain('seats 7, 9');
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('with all seats ticked cancels the whole booking', async () => {
    await show(three);
    await visitor.press('Give seats back');
    for (const number of [7, 8, 9]) await visitor.check(`Row A, seat ${number}`);
    await visitor.sees('All seats: the whole booking is cancelled.');
    await visitor.press('Give 3 seats back');
    await visitor.sees('Give your 3 seats back?');
    await visitor.press('Give the seats back');
    const gone = { ...three, status: 'CANCELLED' as const, cancellable: false };
    const { request } = await visitor.answer('POST /api/bookings/b1/cancel', gone);
    expect(request.body).toEqual({});
    await visitor.sees('The booking is cancelled');
  });

  it('keeps all seats when the answer is no', async () => {
    await show(three);
    await visitor.press('Give seats back');
    await visitor.check('Row A, seat 8');
    await visitor.press('Give 1 seat back');
    await visitor.press('Keep the booking');
    await visitor.seesNoMore('Give Row A, seat 8 back?');
    await visitor.press('Give 1 seat back');
    await visitor.press('Keep the booking');
    await visitor.press('Keep all seats');
    await visitor.seesNoMore('Which seats do you give back?');
    await visitor.press('Cancel booking');
    TestBed.inject(HttpTestingController).expectNone({ method: 'POST' });
  });

  it('tells why the venue cancelled, and what it changed', async () => {
    const changes = [
      { at: '2026-11-02T10:00:00.000Z', field: 'venue' as const, from: 'Kursaal', to: 'Old Playhouse' },
      { at: '2026-11-02T10:00:00.000Z', field: 'description' as const, from: null, to: 'A play.' },
      { at: '2026-11-02T10:00:00.000Z', field: 'durationMinutes' as const, from: null, to: '90' },
    ];
    await show({ ...BOOKING, show: { ...BOOKING.show, changes } });
    await visitor.sees('This show has changed');
    await visitor.sees('Where it is: was Kursaal, now Old Playhouse');
    await visitor.sees('How many minutes it lasts: now 90');
    expect(visitor.text()).not.toContain('A play.');
    document.dispatchEvent(new Event('visibilitychange'));
    const called = { ...BOOKING.show, status: 'CANCELLED' as const, cancelReason: 'The singer is ill.' };
    await visitor.answer('GET /api/bookings/b1', { ...BOOKING, show: called, status: 'CANCELLED', cancellable: false });
    await visitor.sees('The singer is ill.');
  });

  it('just booked says so, and tells at once when the venue cancels the show', async () => {
    fixture.componentRef.setInput('justBooked', true);
    await show(BOOKING);
    await visitor.sees('The seat is yours');
    document.dispatchEvent(new Event('visibilitychange'));
    const called = { ...BOOKING.show, status: 'CANCELLED' as const };
    await visitor.answer('GET /api/bookings/b1', { ...BOOKING, show: called, status: 'CANCELLED', cancellable: false });
    await visitor.sees('This show is cancelled');
    await visitor.sees('It happened just now.');
    expect(visitor.text()).not.toContain('The seat is yours');
  });

  it('hands the calendar file of the API to the browser', async () => {
    URL.createObjectURL = jest.fn(() => 'blob:calendar');
    URL.revokeObjectURL = jest.fn();
    const saved = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      expect([this.download, this.href]).toEqual(['modex-7KQ8V25M.ics', 'blob:calendar']);
    });
    await show(BOOKING);
    for (const read of ['shows/s1', 'organiser']) await visitor.answer(`GET /api/${read}`, { name: null });
    await visitor.press('Add to calendar');
    (await visitor.sent('GET /api/bookings/b1/calendar')).flush('BEGIN:VCALENDAR');
    await fixture.whenStable();
    expect(saved).toHaveBeenCalledTimes(1);
    saved.mockRestore();
    await visitor.press('Add to calendar');
    (await visitor.sent('GET /api/bookings/b1/calendar')).flush('', { status: 503, statusText: 'Busy' });
    await visitor.sees('We got an answer we do not understand');
  });
});

describe('BookingPage of a booking that was looked up', () => {
  let visitor: Visitor;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    sessionStorage.setItem('modex.booking-access', JSON.stringify({ b1: 'proof' }));
    visitor = new Visitor(document, TestBed.inject(HttpTestingController));
    TestBed.createComponent(BookingPage).componentRef.setInput('bookingId', 'b1');
    TestBed.tick();
  });

  afterEach(() => sessionStorage.clear());

  it('needs no session, also after a reload, and cancels by the same proof', async () => {
    await visitor.refuse('GET /api/auth/me', { status: 401, code: 'unauthenticated' });
    const { request } = await visitor.answer('GET /api/bookings/b1', BOOKING);
    expect(request.headers.get('Booking-Access')).toBe('proof');
    await visitor.press('Cancel booking');
    await visitor.press('Give the seat back');
    const gone = { ...BOOKING, status: 'CANCELLED' as const, cancellable: false };
    const sent = await visitor.answer('POST /api/bookings/b1/cancel', gone);
    expect(sent.request.headers.get('Booking-Access')).toBe('proof');
    await visitor.sees('The ticket is no longer valid.');
  });

  it('asks for the code again when the hour is over', async () => {
    await visitor.refuse('GET /api/auth/me', { status: 401, code: 'unauthenticated' });
    await visitor.refuse('GET /api/bookings/b1', { status: 401, code: 'unauthenticated' });
    await visitor.sees('This booking is private');
    expect(visitor.buttonNames()).toContain('Find it by its code');
    expect(sessionStorage.getItem('modex.booking-access')).toBe('{}');
  });
});
