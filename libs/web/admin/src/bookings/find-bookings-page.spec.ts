import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { FoundBookingResponse } from '@modex/web-api-client';
import { seatOf, Visitor } from '@modex/web-ui/testing';
import { FindBookingsPage } from './find-bookings-page';

function booking(bookingId: string, name: string): FoundBookingResponse {
  return {
    bookingId,
    code: '7KQ8V25M',
    status: 'CONFIRMED',
    createdAt: '2026-11-01T10:00:00.000Z',
    customer: { userId: name, name, email: `${name}@example.org` },
    bookedBy: null,
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
    till: null,
  };
}

const found = (...items: readonly FoundBookingResponse[]) => ({ items, nextCursor: null, morePeople: false });

describe('FindBookingsPage', () => {
  let visitor: Visitor;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([{ path: 'admin/bookings', component: FindBookingsPage }], withComponentInputBinding()),
      ],
    });
    visitor = new Visitor(document, TestBed.inject(HttpTestingController));
  });

  const open = (query = '') => RouterTestingHarness.create(`/admin/bookings${query}`);
  const said = (): string => document.querySelector('section [role=status]')?.textContent?.trim() ?? '';

  it('asks nothing before something is typed', async () => {
    await open();
    await visitor.sees('Find a booking');
    TestBed.inject(HttpTestingController).expectNone(() => true);
    expect(said()).toBe('');
  });

  it('looks for what is typed, keeps it in the address, and says how many there are', async () => {
    await open();
    await visitor.fill('Code, name or e-mail', ' ada ');
    await visitor.answer('GET /api/admin/bookings?q=ada', found(booking('b1', 'Ada'), booking('b2', 'Adam')));
    await visitor.sees('Adam@example.org');
    expect(TestBed.inject(Router).url).toBe('/admin/bookings?q=ada');
    expect(said()).toBe('2 bookings found');
    expect(visitor.text()).toContain('Row A · seat 7');
    const cards = [...document.querySelectorAll<HTMLAnchorElement>('mx-found-booking a')];
    expect(cards.map(({ pathname }) => pathname)).toEqual(['/admin/bookings/b1', '/admin/bookings/b2']);
    expect(cards[0]?.textContent).toBe('7KQ8 V25M');
  });

  it('begins with the search of its address', async () => {
    await open('?q=7kq8-v25m');
    await visitor.answer('GET /api/admin/bookings?q=7kq8-v25m', found(booking('b1', 'Ada')));
    await visitor.sees('Ada');
    expect((await visitor.control('Code, name or e-mail')).value).toBe('7kq8-v25m');
  });

  it('says that there is none, and what to do next', async () => {
    await open('?q=nobody');
    await visitor.answer('GET /api/admin/bookings', found());
    await visitor.sees('Nothing fits “\u2068nobody\u2069”.');
    expect(said()).toBe('No booking found');
    await visitor.press('New search');
    await visitor.sees('Find a booking');
    expect(TestBed.inject(Router).url).toBe('/admin/bookings');
  });

  it.each([
    ['beside those that were found', [booking('b1', 'Ada')], 'There are more people like this'],
    ['in place of those that were not', [], 'Write more of the name or the e-mail.'],
  ])('asks for more letters when too many people fit, %s', async (_, items, words) => {
    await open('?q=a');
    await visitor.answer('GET /api/admin/bookings', { items, nextCursor: null, morePeople: true });
    await visitor.sees(words);
  });

  it('drops a late answer to an earlier search', async () => {
    await open('?q=ada');
    const earlier = await visitor.sent('GET /api/admin/bookings?q=ada');
    await visitor.fill('Code, name or e-mail', 'grace');
    await visitor.answer('GET /api/admin/bookings?q=grace', found(booking('b2', 'Grace')));
    await visitor.sees('Grace');
    earlier.flush({ items: [booking('b1', 'Ada')], nextCursor: null, morePeople: true });
    await visitor.seesNoMore('Ada');
    expect(visitor.text()).not.toContain('There are more people');
  });

  it('goes on page after page', async () => {
    await open('?q=ada');
    await visitor.answer('GET /api/admin/bookings', { ...found(booking('b1', 'Ada')), nextCursor: 'next' });
    await visitor.press('More bookings');
    await visitor.answer('GET /api/admin/bookings?q=ada&cursor=next', found(booking('b2', 'Adam')));
    await visitor.sees('Adam');
    expect(document.querySelectorAll('mx-found-booking')).toHaveLength(2);
  });

  it('says what went wrong, and asks again', async () => {
    await open('?q=ada');
    await visitor.refuse('GET /api/admin/bookings', { status: 503, code: 'overloaded' });
    await visitor.press('Try again');
    await visitor.answer('GET /api/admin/bookings?q=ada', found(booking('b1', 'Ada')));
    await visitor.sees('1 booking found');
  });
});
