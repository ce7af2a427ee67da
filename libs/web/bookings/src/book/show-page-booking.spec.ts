import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { User } from '@modex/web-account';
import { packedStatus } from '@modex/web-seats/testing';
import { A1, A2, A3, A4, holdOf, NOBODY, ONDINE, ShowPageHarness } from './show-page.harness';

const ADA: User = {
  userId: 'ada',
  name: 'Ada',
  email: 'ada@example.org',
  role: 'GUEST',
  kind: 'GUEST',
  emailProved: false,
};
/** What a show that is free of charge costs. */
const NOTHING = { amount: 0, currency: 'XXX' };
const SAID = { name: 'Ada', email: 'ada@example.org' };

describe('ShowPage, while somebody books', () => {
  let page: ShowPageHarness;
  let navigate: jest.SpyInstance;
  const signInThen = jest.fn<Promise<User | undefined>, [string?, number?]>();

  beforeEach(() => {
    signInThen.mockReset().mockResolvedValue({ ...NOBODY, ...SAID });
    page = new ShowPageHarness(signInThen);
    navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
  });

  afterEach(() => page.fixture.destroy());

  const bookCall = () => page.http.expectOne('/api/shows/ondine/book');
  const refuseBooking = async (code: string, facts: object = {}, status = 409): Promise<void> => {
    bookCall().flush({ code, ...facts }, { status, statusText: code });
    await page.settled();
  };
  const confirm = async (): Promise<void> => {
    bookCall().flush({ bookingId: 'h1', status: 'CONFIRMED' }, { status: 201, statusText: 'Created' });
    await page.settled();
  };

  it('asks an anonymous guest who the seats are for, tells it with the booking, and goes to the ticket', async () => {
    await page.open();
    await page.choose(A3);
    await page.press('Book 1 seat');
    expect(signInThen).toHaveBeenCalledWith('book', 1);
    const call = bookCall();
    expect(call.request.body).toEqual({ userId: 'nobody', holdId: 'h1', seatIds: [A3], total: NOTHING, ...SAID });
    call.flush({ bookingId: 'h1', status: 'CONFIRMED' }, { status: 201, statusText: 'Created' });
    await page.settled();
    expect(page.learnName).toHaveBeenCalledWith(SAID.name, SAID.email);
    expect(navigate).toHaveBeenCalledWith(['/booked', 'h1']);
  });

  it('asks nobody who has a name, and books the seats that are kept', async () => {
    await page.openAs(ADA, A1, A2);
    await page.press('Book 2 seats');
    expect(bookCall().request.body).toEqual({ userId: 'ada', holdId: 'h1', seatIds: [A1, A2], total: NOTHING });
    expect(signInThen).not.toHaveBeenCalled();
  });

  it('asks for the name once, even if the first try is refused', async () => {
    await page.open();
    await page.choose(A3);
    await page.press('Book 1 seat');
    await refuseBooking('internal', {}, 500);
    await page.answerOpenHold(A3);
    await page.press('Book 1 seat');
    await confirm();
    expect(signInThen).toHaveBeenCalledTimes(1);
  });

  it('asks again for a name that was refused, and says why', async () => {
    await page.open();
    await page.choose(A3);
    await page.press('Book 1 seat');
    await refuseBooking('validation-failed', { detail: 'name: is too long' }, 400);
    await page.answerOpenHold(A3);
    expect(page.text()).toContain('name: is too long');
    await page.press('Book 1 seat');
    expect(signInThen).toHaveBeenCalledTimes(2);
    await confirm();
  });

  it('books nothing before the seats are kept', async () => {
    const map = await page.openAs(ADA);
    await map.toggle('Row A, seat 1');
    await page.press('Book 1 seat');
    page.http.expectNone('/api/shows/ondine/book');
    await page.keep('POST');
    expect(bookCall().request.body).toMatchObject({ holdId: 'h1', seatIds: [A1] });
  });

  it('books nothing where a seat is gone at the last moment', async () => {
    const map = await page.openAs(ADA);
    await map.toggle('Row A, seat 1');
    await page.press('Book 1 seat');
    await page.refuseHold('POST', 'seat-taken', { seatIds: [A1] });
    page.http.expectNone('/api/shows/ondine/book');
    expect(page.text()).toContain('Row A, seat 1 is gone');
  });

  it('books nothing where one of several is gone, since the button said more', async () => {
    const map = await page.openAs(ADA, A1);
    await map.toggle('Row A, seat 2');
    await page.press('Book 2 seats');
    await page.refuseHold('PUT', 'seat-taken', { seatIds: [A2] });
    page.http.expectNone('/api/shows/ondine/book');
    await page.press('Book 1 seat');
    expect(bookCall().request.body).toMatchObject({ seatIds: [A1] });
  });

  it('books nothing where the account that comes in keeps other seats already', async () => {
    signInThen.mockImplementation(async () => {
      await page.aroundChange(async () => page.person.set(ADA));
      return ADA;
    });
    await page.open();
    await page.choose(A1);
    await page.press('Book 1 seat');
    page.holdCall('DELETE').flush(null);
    await page.settled();
    await page.refuseHold('POST', 'hold-open', { holdId: 'h4', seatIds: [A4] });
    await page.answerOpenHold(A4);
    page.http.match('/api/bookings');
    page.http.expectNone('/api/shows/ondine/book');
    expect(page.text()).toContain('You are keeping seats of this show already');
  });

  it('shows the seats that there are when another tab has changed them, and books those next', async () => {
    await page.open();
    await page.choose(A3);
    await page.press('Book 1 seat');
    await refuseBooking('hold-changed', { seatIds: [A3, A4] });
    await page.answerOpenHold(A3, A4);
    expect(page.text()).toContain('Your seats were changed in another tab');
    await page.press('Book 2 seats');
    expect(bookCall().request.body).toMatchObject({ seatIds: [A3, A4] });
  });

  it.each([
    ['booking-expired', 'EXPIRED', 'The time for your seats is over'],
    ['hold-released', 'RELEASED', 'Your seats were given back'],
  ])('says once that it was too late (%s), and offers to choose the same seats', async (code, status, words) => {
    const map = await page.open();
    await page.choose(A3);
    await page.press('Book 1 seat');
    await refuseBooking(code);
    await page.answerOpenHold();
    page.holdCall('GET').flush({ ...holdOf([A3]), status });
    await page.settled();
    expect(page.text().split(words)).toHaveLength(2);
    expect(await map.labelsMarked('chosen')).toEqual([]);
    await page.press('Choose the same seats');
    expect(await page.keep('POST')).toEqual([A3]);
    expect(page.text()).not.toContain(words);
  });

  it('asks who it is and books again when the session has ended', async () => {
    await page.open();
    await page.choose(A3);
    await page.press('Book 1 seat');
    signInThen.mockImplementation(async () => {
      page.person.set(ADA);
      return ADA;
    });
    await refuseBooking('unauthenticated', {}, 401);
    expect(signInThen).toHaveBeenCalledWith('ended', 1);
    page.http.match('/api/bookings');
    await page.answerOpenHold(A3);
    expect(bookCall().request.body).toMatchObject({ userId: 'ada', seatIds: [A3] });
  });

  it('keeps the seats and books nothing when the door is closed', async () => {
    signInThen.mockResolvedValue(undefined);
    const map = await page.open();
    await page.choose(A3);
    await page.press('Book 1 seat');
    page.http.expectNone('/api/shows/ondine/book');
    expect(await map.labelsMarked('chosen')).toEqual(['Row A, seat 3, chosen']);
  });

  it('asks again with the same key after a reload while the answer was lost, and goes to the ticket', async () => {
    await page.open();
    await page.choose(A3);
    await page.press('Book 1 seat');
    const lost = bookCall();
    page.openAgain();
    const asked = bookCall();
    expect(asked.request.headers.get('Idempotency-Key')).toBe(lost.request.headers.get('Idempotency-Key'));
    expect(asked.request.body).toEqual(lost.request.body);
    page.answerShow();
    await page.answerSeats({ A3: 'BOOKED' });
    await page.settled();
    page.http.expectNone('/api/shows/ondine/holds');
    asked.flush({ bookingId: 'h1', status: 'CONFIRMED' }, { status: 201, statusText: 'Created' });
    await page.settled();
    expect(navigate).toHaveBeenCalledWith(['/booked', 'h1']);
    expect(Object.keys(sessionStorage)).toEqual([]);
  });

  it('leaves it to the customer to ask for a booking of which nothing was heard for long', async () => {
    const request = { showId: 'ondine', userId: 'ada', holdId: 'h1', seatIds: [A3], guest: null };
    sessionStorage.setItem('modex.attempt.ondine', JSON.stringify({ key: 'k', begunAt: 0, request }));
    page.person.set(ADA);
    page.openAgain();
    page.http.match('/api/shows/ondine')[1]?.flush(ONDINE);
    page.http.match('/api/shows/ondine/seats/status')[1]?.flush({
      ...{ showId: 'ondine', version: '1', maxSeatsPerBooking: 10 },
      ...packedStatus(['AVAILABLE', 'AVAILABLE', 'BOOKED', 'AVAILABLE']),
    });
    await page.settled();
    expect(page.text()).toContain('We do not know yet whether your seats were booked.');
    page.http.expectNone('/api/shows/ondine/holds');
    await page.press('Try again');
    const asked = bookCall();
    expect([asked.request.headers.get('Idempotency-Key'), asked.request.body.holdId]).toEqual(['k', 'h1']);
  });
});
