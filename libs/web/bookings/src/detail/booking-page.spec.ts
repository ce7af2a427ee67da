import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Api, BookingResponse, UserResponse } from '@modex/web-api-client';
import { Visitor } from '@modex/web-ui';
import { BookingPage } from './booking-page';

const ADA: UserResponse = {
  userId: 'ada',
  name: 'Ada',
  email: 'ada@example.org',
  role: 'CUSTOMER',
  kind: 'REGISTERED',
};
const BOOKING: BookingResponse = {
  bookingId: 'b1',
  status: 'CONFIRMED',
  cancellable: true,
  createdAt: '2026-11-01T10:00:00.000Z',
  show: { id: 's1', title: 'Ondine', startTime: '2099-03-01T19:30:00.000Z', venue: null, status: 'ON_SALE' },
  seats: [{ id: 'a7', rowNumber: 'A', seatNumber: 7 }],
};

describe('BookingPage', () => {
  let visitor: Visitor;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    visitor = new Visitor(document, TestBed.inject(HttpTestingController));
    TestBed.createComponent(BookingPage).componentRef.setInput('bookingId', 'b1');
    TestBed.tick();
  });

  const focus = (name: string): void =>
    [...document.querySelectorAll<HTMLElement>('.next :is(a, button)')]
      .find(({ textContent }) => textContent?.includes(name))
      ?.focus();

  it('shows the ticket with its number', async () => {
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await visitor.answer('GET /api/bookings/b1', BOOKING);
    await visitor.sees('Booking number');
    expect(visitor.text()).toContain('b1');
    expect(visitor.text()).toContain('Row A · seat 7');
  });

  it('shows the cancelled ticket of the answer, without a way to cancel it again', async () => {
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await visitor.answer('GET /api/bookings/b1', BOOKING);
    await visitor.press('Cancel booking');
    await visitor.press('Give the seat back');
    await visitor.answer('POST /api/bookings/b1/cancel', { ...BOOKING, status: 'CANCELLED', cancellable: false });
    await visitor.sees('This is no ticket any more.');
    expect(visitor.buttonNames()).not.toContain('Cancel booking');
  });

  it('learns by itself that the house has cancelled the show', async () => {
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await visitor.answer('GET /api/bookings/b1', BOOKING);
    await visitor.sees('Booking number');
    document.dispatchEvent(new Event('visibilitychange'));
    await visitor.refuse('GET /api/bookings/b1', { status: 503, code: 'overloaded' });
    await visitor.sees('The ticket may be a little behind');
    expect(visitor.text()).toContain('Booking number');
    focus('Cancel booking');
    document.dispatchEvent(new Event('visibilitychange'));
    const show = { ...BOOKING.show, status: 'CANCELLED' };
    await visitor.answer('GET /api/bookings/b1', { ...BOOKING, show, status: 'CANCELLED', cancellable: false });
    await visitor.sees('The house has cancelled this show');
    expect(visitor.buttonNames()).not.toContain('Cancel booking');
    expect(visitor.text()).not.toContain('a little behind');
    expect(document.activeElement?.tagName).toBe('H1');
    expect(document.querySelector('[role=status]')?.textContent).toContain('The house has cancelled this show');
    document.dispatchEvent(new Event('visibilitychange'));
    TestBed.inject(HttpTestingController).verify();
  });

  it('leaves the focus alone where what has it stays', async () => {
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await visitor.answer('GET /api/bookings/b1', BOOKING);
    await visitor.sees('Booking number');
    focus('To the show');
    document.dispatchEvent(new Event('visibilitychange'));
    await visitor.answer('GET /api/bookings/b1', { ...BOOKING, status: 'CANCELLED', cancellable: false });
    await visitor.sees('This is no ticket any more.');
    expect(document.activeElement?.textContent).toContain('To the show');
  });

  it('goes on asking after an answer that nobody can read', async () => {
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await visitor.answer('GET /api/bookings/b1', BOOKING);
    await visitor.sees('Booking number');
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
    const show = { ...BOOKING.show, startTime: '2020-03-01T19:30:00.000Z' };
    await visitor.answer('GET /api/bookings/b1', { ...BOOKING, show, cancellable: false });
    await visitor.sees('Booking number');
    document.dispatchEvent(new Event('visibilitychange'));
    TestBed.inject(HttpTestingController).verify();
  });

  it('tells nothing of a booking that is not ours', async () => {
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await visitor.refuse('GET /api/bookings/b1', { status: 404, code: 'unknown-booking' });
    await visitor.sees('We cannot find this booking');
    expect(visitor.buttonNames()).toEqual(['My bookings']);
  });

  it('asks for the sign-in first', async () => {
    await visitor.refuse('GET /api/auth/me', { status: 401, code: 'unauthenticated' });
    await visitor.sees('Whose booking?');
    TestBed.inject(HttpTestingController).expectNone('/api/bookings/b1');
  });
});
