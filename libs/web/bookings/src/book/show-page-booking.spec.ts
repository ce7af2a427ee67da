import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { User } from '@modex/web-account';
import { seats, ONDINE, ShowPageHarness } from './show-page.harness';

const ADA: User = { userId: 'ada', name: 'Ada', email: 'ada@example.org', role: 'GUEST', kind: 'GUEST' };

describe('ShowPage, while somebody books', () => {
  let page: ShowPageHarness;
  const signInThen = jest.fn<Promise<User | undefined>, [string?, number?]>();

  beforeEach(() => {
    signInThen.mockReset().mockResolvedValue(ADA);
    page = new ShowPageHarness(signInThen);
  });

  afterEach(() => page.fixture.destroy());

  it('keeps the other seats when one was taken, and names the one that is gone', async () => {
    const map = await page.open();
    await map.toggle('Row A, seat 1');
    await map.toggle('Row A, seat 2');
    await page.press('Book 2 seats');
    page.http
      .expectOne('/api/shows/ondine/book')
      .flush({ code: 'seat-taken', seatIds: ['A2'] }, { status: 409, statusText: 'Conflict' });
    await page.tellSeats({ A2: 'BOOKED' });
    expect(await map.labelsMarked('chosen')).toEqual(['Row A, seat 1, chosen']);
    expect(await map.labelsMarked('lost')).toEqual(['Row A, seat 2, just taken by someone else']);
    expect(page.fixture.nativeElement.querySelector('[role=alert]').textContent).toContain('Row A, seat 2 is gone');
    expect(page.button('Book 1 seat').disabled).toBe(false);
  });

  it('books the chosen seats for whoever signs in, and goes to the ticket', async () => {
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    const map = await page.open();
    await map.toggle('Row A, seat 3');
    await page.press('Book 1 seat');
    const call = page.http.expectOne('/api/shows/ondine/book');
    expect(call.request.body).toEqual({ userId: 'ada', seatIds: ['A3'] });
    call.flush({ bookingId: 'b1', status: 'CONFIRMED' }, { status: 201, statusText: 'Created' });
    await page.settled();
    expect(signInThen).toHaveBeenCalledWith('book', 1);
    expect(navigate).toHaveBeenCalledWith(['/booked', 'b1']);
  });

  it('keeps the seats as they were while the booking is under way: its own would look taken', async () => {
    const map = await page.open();
    await map.toggle('Row A, seat 3');
    await page.press('Book 1 seat');
    await page.tellSeats({ A2: 'BOOKED', A3: 'HELD' });
    expect(await map.labelsMarked('taken')).toEqual([]);
    page.http
      .expectOne('/api/shows/ondine/book')
      .flush({ code: 'limit-reached' }, { status: 409, statusText: 'Conflict' });
    await page.tellSeats({ A2: 'BOOKED' });
    expect(await map.labelsMarked('taken')).toEqual(['Row A, seat 2, taken']);
    expect(await map.labelsMarked('chosen')).toEqual(['Row A, seat 3, chosen']);
  });

  it('asks who it is and books again when the session has ended', async () => {
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    const map = await page.open();
    await map.toggle('Row A, seat 3');
    await page.press('Book 1 seat');
    page.http
      .expectOne('/api/shows/ondine/book')
      .flush({ code: 'unauthenticated' }, { status: 401, statusText: 'Unauthorized' });
    await page.settled();
    expect(signInThen).toHaveBeenCalledWith('ended', 1);
    page.http.expectOne('/api/shows/ondine/book').flush({ bookingId: 'b2' }, { status: 201, statusText: 'Created' });
    await page.settled();
    expect(navigate).toHaveBeenCalledWith(['/booked', 'b2']);
  });

  it('keeps the choice and books nothing when the sign-in is dismissed', async () => {
    signInThen.mockResolvedValue(undefined);
    const map = await page.open();
    await map.toggle('Row A, seat 3');
    await page.press('Book 1 seat');
    page.http.expectNone('/api/shows/ondine/book');
    expect(await map.labelsMarked('chosen')).toEqual(['Row A, seat 3, chosen']);
  });

  it('keeps the choice over a reload, and tells which of it has been taken meanwhile', async () => {
    const map = await page.open();
    await map.toggle('Row A, seat 1');
    await map.toggle('Row A, seat 2');
    await page.settled();
    page.openAgain();
    page.answerShow();
    await page.answerSeats({ A2: 'BOOKED' });
    const again = await page.map();
    expect(await again.labelsMarked('chosen')).toEqual(['Row A, seat 1, chosen']);
    expect(page.text()).toContain('Row A, seat 2 is gone');
  });

  it('asks again with the same key after a reload while the answer was lost, and goes to the ticket', async () => {
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    const map = await page.open();
    await map.toggle('Row A, seat 3');
    await page.press('Book 1 seat');
    const lost = page.http.expectOne('/api/shows/ondine/book');
    page.openAgain();
    const asked = page.http.expectOne('/api/shows/ondine/book');
    expect(asked.request.headers.get('Idempotency-Key')).toBe(lost.request.headers.get('Idempotency-Key'));
    expect(asked.request.body).toEqual({ userId: 'ada', seatIds: ['A3'] });
    page.answerShow();
    await page.answerSeats({ A3: 'BOOKED' });
    expect(page.text()).not.toContain('is gone');
    asked.flush({ bookingId: 'b1', status: 'CONFIRMED' }, { status: 201, statusText: 'Created' });
    await page.settled();
    expect(navigate).toHaveBeenCalledWith(['/booked', 'b1']);
    expect(Object.keys(sessionStorage)).toEqual([]);
  });

  it('leaves it to the visitor to ask for a booking of which nothing was heard for long', async () => {
    const request = { showId: 'ondine', userId: 'ada', seatIds: ['A3'] };
    sessionStorage.setItem('modex.attempt.ondine', JSON.stringify({ key: 'k', begunAt: 0, request }));
    page.openAgain();
    page.http.match('/api/shows/ondine')[1]?.flush(ONDINE);
    page.http
      .match('/api/shows/ondine/seats')[1]
      ?.flush({ showId: 'ondine', version: '1', maxSeatsPerBooking: 10, seats: seats({ A3: 'BOOKED' }) });
    await page.settled();
    expect(page.text()).toContain('We do not know yet whether your seats were booked.');
    await page.press('Try again');
    const asked = page.http.expectOne('/api/shows/ondine/book');
    expect(asked.request.headers.get('Idempotency-Key')).toBe('k');
  });

  it('names the number when the venue refuses more seats', async () => {
    const map = await page.open();
    await map.toggle('Row A, seat 1');
    await page.press('Book 1 seat');
    const detail = 'A booking has at most 4 seats; choose fewer.';
    page.http
      .expectOne('/api/shows/ondine/book')
      .flush({ code: 'too-many-seats', detail }, { status: 400, statusText: 'Bad Request' });
    await page.settled();
    expect(page.text()).toContain(detail);
  });
});
