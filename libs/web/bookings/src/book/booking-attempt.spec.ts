import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { BookingAttempt } from './booking-attempt';
import { BookingRequest } from './kept-attempt';

const REQUEST: BookingRequest = {
  showId: 'show',
  userId: 'ada',
  holdId: 'h1',
  seatIds: ['B', 'A'],
  tickets: [],
  total: { amount: 0, currency: 'XXX' },
  guest: null,
};

describe('BookingAttempt', () => {
  let attempt: BookingAttempt;
  let http: HttpTestingController;

  beforeEach(() => {
    jest.useFakeTimers();
    TestBed.configureTestingModule({ providers: [BookingAttempt, provideHttpClient(), provideHttpClientTesting()] });
    attempt = TestBed.inject(BookingAttempt);
    http = TestBed.inject(HttpTestingController);
  });

  afterEach(() => {
    jest.useRealTimers();
    http.verify();
  });

  const asked = (): TestRequest => http.expectOne('/api/shows/show/book');
  const keyOf = (call: TestRequest): string | null => call.request.headers.get('Idempotency-Key');
  const refuse = (call: TestRequest, status: number, code: string): void =>
    call.flush({ code }, { status, statusText: code });
  const confirm = (call: TestRequest): void =>
    call.flush({ bookingId: 'b1', status: 'CONFIRMED' }, { status: 201, statusText: 'Created' });

  it('resolves with the booking and keeps the outcome certain', async () => {
    const booked = attempt.book(REQUEST);
    const call = asked();
    expect(call.request.body).toEqual({ userId: 'ada', holdId: 'h1', seatIds: ['B', 'A'], total: REQUEST.total });
    confirm(call);
    expect(await booked).toBe('b1');
    expect(attempt.state()).toEqual({ kind: 'booked' });
  });

  it('asks again with the same key after the connection broke, and says that it does', async () => {
    const booked = attempt.book(REQUEST);
    const first = asked();
    first.error(new ProgressEvent('error'));
    await jest.advanceTimersByTimeAsync(0);
    expect(attempt.state()).toMatchObject({ kind: 'asking', again: 1, problem: { code: 'unreachable' } });
    await jest.advanceTimersByTimeAsync(700);
    const second = asked();
    expect(keyOf(first)).toMatch(/^[0-9a-f-]{36}$/);
    expect(keyOf(second)).toBe(keyOf(first));
    confirm(second);
    expect(await booked).toBe('b1');
  });

  it('waits as long as the answer asks for', async () => {
    const booked = attempt.book(REQUEST);
    asked().flush({ code: 'overloaded', retryAfter: 3 }, { status: 503, statusText: 'Busy' });
    await jest.advanceTimersByTimeAsync(2900);
    http.expectNone('/api/shows/show/book');
    await jest.advanceTimersByTimeAsync(200);
    confirm(asked());
    expect(await booked).toBe('b1');
  });

  it('gives up after four unanswered requests, undecided, and tries again with the same key', async () => {
    const booked = attempt.book(REQUEST);
    const keys: (string | null)[] = [];
    for (const pause of [700, 2000, 4000, 0]) {
      const call = asked();
      keys.push(keyOf(call));
      call.error(new ProgressEvent('error'));
      await jest.advanceTimersByTimeAsync(pause);
    }
    expect(await booked).toBeUndefined();
    expect(attempt.undecided()).toBe(true);
    const again = attempt.book(REQUEST);
    const call = asked();
    keys.push(keyOf(call));
    confirm(call);
    expect(await again).toBe('b1');
    expect(new Set(keys).size).toBe(1);
  });

  it.each([
    [409, 'seat-taken'],
    [409, 'booking-expired'],
    [400, 'too-many-seats'],
    [409, 'show-not-on-sale'],
  ])('takes %i %s for an answer and uses a new key next time', async (status, code) => {
    const booked = attempt.book(REQUEST);
    const first = asked();
    refuse(first, status, code);
    expect(await booked).toBeUndefined();
    expect(attempt.undecided()).toBe(false);
    expect(attempt.state()).toMatchObject({ kind: 'failed', problem: { code } });
    const again = attempt.book(REQUEST);
    const second = asked();
    expect(keyOf(second)).not.toBe(keyOf(first));
    confirm(second);
    await again;
  });

  it('uses a new key when other seats are asked for', async () => {
    const booked = attempt.book(REQUEST);
    const first = asked();
    refuse(first, 429, 'too-many-requests');
    await jest.advanceTimersByTimeAsync(700);
    for (const pause of [2000, 4000, 0]) {
      refuse(asked(), 429, 'too-many-requests');
      await jest.advanceTimersByTimeAsync(pause);
    }
    await booked;
    const other = attempt.book({ ...REQUEST, seatIds: ['C'] });
    const second = asked();
    expect(keyOf(second)).not.toBe(keyOf(first));
    confirm(second);
    await other;
  });
});
