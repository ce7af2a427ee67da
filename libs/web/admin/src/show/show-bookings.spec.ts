import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { AdminBookingResponse } from '@modex/web-api-client';
import { seatOf } from '@modex/web-ui/testing';
import { BOOKINGS_REFRESH_MS, ShowBookings } from './show-bookings';

function booking(bookingId: string): AdminBookingResponse {
  return {
    bookingId,
    code: '7KQ8V25M',
    status: 'CONFIRMED',
    createdAt: '2026-11-01T10:00:00.000Z',
    customer: { userId: 'ada', name: `Buyer of ${bookingId}`, email: 'ada@example.org' },
    bookedBy: null,
    seats: [seatOf('A', 1)],
    returnedSeats: [],
    reason: null,
    price: null,
    payment: null,
  };
}

describe('ShowBookings', () => {
  let fixture: ComponentFixture<ShowBookings>;
  let http: HttpTestingController;

  beforeEach(async () => {
    jest.useFakeTimers();
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(ShowBookings);
    fixture.componentRef.setInput('showId', 's1');
    TestBed.tick();
    await answer('b2', 'b1');
  });

  afterEach(() => {
    fixture.destroy();
    jest.useRealTimers();
  });

  /** Answers what was asked with these bookings, newest first, of which the last page is still to come. */
  const answer = async (...ids: readonly string[]): Promise<void> => {
    http.expectOne('/api/admin/shows/s1/bookings?limit=25').flush({ items: ids.map(booking), nextCursor: 'older' });
    await jest.advanceTimersByTimeAsync(20);
  };
  const pause = (): Promise<unknown> => jest.advanceTimersByTimeAsync(BOOKINGS_REFRESH_MS);
  const buyers = (): readonly string[] =>
    [...fixture.nativeElement.querySelectorAll('.customer strong')].map(({ textContent }) => textContent);
  const button = (): HTMLButtonElement | null => fixture.nativeElement.querySelector('.news button');
  const link = (): HTMLAnchorElement => fixture.nativeElement.querySelector('tbody a');

  it('puts new bookings on top while the show sells', async () => {
    expect(buyers()).toEqual(['Buyer of b2', 'Buyer of b1']);
    await pause();
    await answer('b3', 'b2', 'b1');
    expect(buyers()).toEqual(['Buyer of b3', 'Buyer of b2', 'Buyer of b1']);
    expect(button()).toBeNull();
  });

  it('leads from the code of a booking to all of it', () => {
    const codes = [...fixture.nativeElement.querySelectorAll('.code a')];
    expect(codes.map(({ pathname, textContent }) => [pathname, textContent])).toEqual([
      ['/admin/bookings/b2', '7KQ8 V25M'],
      ['/admin/bookings/b1', '7KQ8 V25M'],
    ]);
  });

  it('says which admin booked for a customer', async () => {
    expect(fixture.nativeElement.textContent).not.toContain('Booked by');
    await pause();
    const bookedBy = { userId: 'eve', name: 'Eve of the box office', email: 'eve@example.org' };
    http
      .expectOne('/api/admin/shows/s1/bookings?limit=25')
      .flush({ items: [{ ...booking('b3'), bookedBy }], nextCursor: null });
    await jest.advanceTimersByTimeAsync(20);
    expect(fixture.nativeElement.textContent).toContain('Booked by Eve of the box office');
  });

  it('keeps the pages behind the first one', async () => {
    fixture.nativeElement.querySelector('mx-list-end button').click();
    http
      .expectOne('/api/admin/shows/s1/bookings?limit=25&cursor=older')
      .flush({ items: [booking('b0')], nextCursor: null });
    await pause();
    await answer('b3', 'b2', 'b1');
    expect(buyers()).toEqual(['Buyer of b3', 'Buyer of b2', 'Buyer of b1', 'Buyer of b0']);
    expect(fixture.nativeElement.querySelector('mx-list-end button')).toBeNull();
  });

  it('moves nothing while somebody is in the list; the new ones wait behind a button', async () => {
    link().focus();
    await pause();
    await answer('b4', 'b3', 'b2', 'b1');
    expect(buyers()).toEqual(['Buyer of b2', 'Buyer of b1']);
    expect(button()?.textContent).toContain('Show 2 new bookings');
    button()?.click();
    await answer('b4', 'b3', 'b2', 'b1');
    expect(buyers()).toHaveLength(4);
    expect(button()).toBeNull();
    expect(document.activeElement?.textContent).toBe('Bookings');
  });

  it('shows the new ones by itself as soon as the list is left', async () => {
    link().focus();
    await pause();
    await answer('b3', 'b2', 'b1');
    link().blur();
    await pause();
    await answer('b3', 'b2', 'b1');
    expect(buyers()).toHaveLength(3);
    expect(button()).toBeNull();
  });

  it('says that the list may be behind when it cannot be read, and goes on asking', async () => {
    await pause();
    http
      .expectOne('/api/admin/shows/s1/bookings?limit=25')
      .flush({ code: 'overloaded' }, { status: 503, statusText: 'busy' });
    await jest.advanceTimersByTimeAsync(20);
    expect(fixture.nativeElement.textContent).toContain('The list may be a little behind');
    expect(buyers()).toHaveLength(2);
    await pause();
    await answer('b2', 'b1');
    expect(fixture.nativeElement.textContent).not.toContain('behind');
  });
});
