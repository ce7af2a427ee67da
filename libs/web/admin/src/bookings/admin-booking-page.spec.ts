import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { FoundBookingResponse } from '@modex/web-api-client';
import { seatOf, Visitor } from '@modex/web-ui/testing';
import { AdminBookingPage } from './admin-booking-page';

const BOOKING: FoundBookingResponse = {
  bookingId: 'b1',
  code: '7KQ8V25M',
  status: 'CONFIRMED',
  createdAt: '2026-11-01T10:00:00.000Z',
  customer: { userId: 'ada', name: 'Ada', email: 'ada@example.org' },
  bookedBy: { userId: 'eve', name: 'Eve of the box office', email: 'eve@example.org' },
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
  seats: [seatOf('A', 7), seatOf('A', 8)],
  returnedSeats: [],
  reason: null,
  price: null,
  payment: null,
  till: null,
};
const [SEVEN, EIGHT] = BOOKING.seats;

describe('AdminBookingPage', () => {
  let visitor: Visitor;
  let fixture: ComponentFixture<AdminBookingPage>;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    visitor = new Visitor(document, TestBed.inject(HttpTestingController));
    fixture = TestBed.createComponent(AdminBookingPage);
    fixture.componentRef.setInput('bookingId', 'b1');
    TestBed.tick();
  });

  const open = (changes: Partial<FoundBookingResponse> = {}) =>
    visitor.answer('GET /api/admin/bookings/b1', { ...BOOKING, ...changes });

  it('tells all of the booking', async () => {
    await open({ reason: 'This seat is broken.', returnedSeats: [seatOf('A', 9)] });
    await visitor.sees('7KQ8 V25M');
    const words = ['Ada', 'ada@example.org', 'Ondine', 'seats 7, 8', 'Given back before Row A · seat 9'];
    for (const word of [...words, 'by Eve of the box office', 'This seat is broken.', 'Confirmed'])
      expect(visitor.text()).toContain(word);
    const [toShow] = [...document.querySelectorAll<HTMLAnchorElement>('dl a[href^="/"]')];
    expect(toShow?.pathname).toBe('/admin/shows/s1');
  });

  it('tells what was paid, for whom, and what is shown at the door', async () => {
    const line = { category: 'all', tax: 0 };
    const [adult, child] = [
      { ...line, seatId: SEVEN?.id ?? '', type: 'adult', typeName: 'Adult', proof: false, amount: 4_500 },
      { ...line, seatId: EIGHT?.id ?? '', type: 'child', typeName: 'Child', proof: true, amount: 2_250 },
    ];
    const fees = [{ key: 'service', name: 'Service', amount: 300, tax: 0 }];
    await open({ price: { currency: 'EUR', tickets: [adult, child], fees, tax: null, total: 7_050, taxTotal: 0 } });
    await visitor.sees('Total');
    const lines = [...document.querySelectorAll('mx-price-lines li')].map(({ textContent }) =>
      textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(lines).toEqual([
      '1 × AdultRow A, seat 7€45.00',
      '1 × ChildRow A, seat 8Proof at the door€22.50',
      'Service€3.00',
      'Total€70.50',
    ]);
  });

  it('cancels it with the reason that was given, and shows the new state', async () => {
    await open();
    await visitor.press('Cancel booking');
    await visitor.fill('Why? The customer reads it. optional', ' Paid back. ');
    await visitor.press('Cancel the booking');
    const after = { ...BOOKING, status: 'CANCELLED', reason: 'Paid back.' };
    const { request } = await visitor.answer('POST /api/admin/bookings/b1/cancel', after);
    expect(request.body).toEqual({ reason: 'Paid back.' });
    await visitor.sees('The booking is cancelled.');
    expect(visitor.text()).toContain('Cancelled');
    expect(visitor.text()).toContain('Paid back.');
    expect(visitor.buttonNames()).not.toContain('Cancel booking');
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('cancels one seat of it', async () => {
    await open();
    await visitor.press('Cancel some seats');
    await visitor.sees('Tick the seats that are given back.');
    expect(document.activeElement).toBe(await visitor.control('Row A, seat 7'));
    expect(visitor.canPress('Cancel 0 seats')).toBe(false);
    await visitor.check('Row A, seat 8');
    await visitor.sees('1 seat stays booked.');
    await visitor.press('Cancel 1 seat');
    await visitor.sees('Row A, seat 8.');
    await visitor.press('Cancel the seat');
    const after = { ...BOOKING, seats: [SEVEN], returnedSeats: [EIGHT] };
    const { request } = await visitor.answer('POST /api/admin/bookings/b1/cancel', after);
    expect(request.body).toEqual({ seatIds: ['a8'] });
    await visitor.sees('1 seat is cancelled; the rest stays booked.');
    expect(visitor.buttonNames()).not.toContain('Cancel some seats');
    expect(visitor.canPress('Cancel booking')).toBe(false);
  });

  it('cancels the booking when all its seats are ticked', async () => {
    await open();
    await visitor.press('Cancel some seats');
    for (const seat of ['Row A, seat 7', 'Row A, seat 8']) await visitor.check(seat);
    await visitor.press('Cancel 2 seats');
    await visitor.press('Cancel the booking');
    expect((await visitor.sent('POST /api/admin/bookings/b1/cancel')).request.body).toEqual({});
  });

  it('keeps the focus in the page when all seats are kept after all', async () => {
    await open();
    await visitor.press('Cancel some seats');
    await visitor.press('Keep all seats');
    await visitor.seesNoMore('Keep all seats');
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('leaves it alone when the question is answered with no', async () => {
    await open();
    await visitor.press('Cancel booking');
    await visitor.press('Keep the booking');
    await visitor.seesNoMore('Why? The customer reads it.');
    await visitor.press('Cancel booking');
    TestBed.inject(HttpTestingController).expectNone({ method: 'POST' });
  });

  it('says why it could not be cancelled, and shows what became of it meanwhile', async () => {
    await open();
    await visitor.press('Cancel booking');
    await visitor.press('Cancel the booking');
    await visitor.refuse('POST /api/admin/bookings/b1/cancel', { status: 409, code: 'booking-not-cancellable' });
    await open({ status: 'EXPIRED' });
    await visitor.sees('Expired');
    expect(document.querySelector('[role=alert]')).not.toBeNull();
    expect(visitor.buttonNames()).not.toContain('Cancel booking');
  });

  it.each(['CANCELLED', 'PENDING', 'FAILED', 'EXPIRED'] as const)(
    'offers nothing for one that is %s',
    async (status) => {
      await open({ status });
      await visitor.sees('Seats it had');
      expect(visitor.buttonNames().filter((name) => name.startsWith('Cancel'))).toEqual([]);
    },
  );

  it('says that there is none', async () => {
    await visitor.refuse('GET /api/admin/bookings/b1', { status: 404, code: 'unknown-booking' });
    await visitor.sees('No such booking');
    expect(visitor.buttonNames()).toContain('Find a booking');
  });

  it('asks again after a failure', async () => {
    await visitor.refuse('GET /api/admin/bookings/b1', { status: 503, code: 'overloaded' });
    await visitor.press('Try again');
    await open();
    await visitor.sees('7KQ8 V25M');
  });
});
