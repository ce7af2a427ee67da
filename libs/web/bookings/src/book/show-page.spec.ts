import { TestBed } from '@angular/core/testing';
import { seatOf } from '@modex/web-ui/testing';
import { REFRESH_MS, SHOW_REFRESH_MS } from './open-show';
import { ONDINE, seats, ShowPageHarness } from './show-page.harness';

describe('ShowPage', () => {
  let page: ShowPageHarness;

  beforeEach(() => {
    page = new ShowPageHarness(async () => undefined);
  });

  afterEach(() => page.fixture.destroy());

  /** Lets fake time pass, and everything that is due then. */
  const pass = async (milliseconds: number): Promise<void> => {
    for (const part of [milliseconds, 0]) {
      await jest.advanceTimersByTimeAsync(part);
      TestBed.tick();
    }
  };

  it.each([
    [4, null, '4 seats are the most'],
    [30, 1, '1 seat is the most'],
  ])(
    'offers what the limits allow: %s a booking, %s a customer',
    async (maxSeatsPerBooking, limitPerCustomer, words) => {
      page.http.expectOne('/api/shows/ondine').flush({ ...ONDINE, limitPerCustomer });
      const five = [1, 2, 3, 4, 5].map((number) => seatOf('A', number));
      page.http
        .expectOne('/api/shows/ondine/seats')
        .flush({ showId: 'ondine', version: '1', maxSeatsPerBooking, seats: five });
      await page.settled();
      const map = await page.map();
      for (const seat of [1, 2, 3, 4, 5]) await map.toggle(`Row A, seat ${seat}`);
      await page.settled();
      expect(page.text()).toContain(words);
    },
  );

  it('shows a seat as lost when a refresh finds it taken before booking', async () => {
    jest.useFakeTimers();
    try {
      page.answerShow();
      page.http
        .expectOne('/api/shows/ondine/seats')
        .flush({ showId: 'ondine', version: 'a', maxSeatsPerBooking: 10, seats: seats() });
      await pass(50);
      page.fixture.nativeElement
        .querySelector('[data-seat="0"]')
        .dispatchEvent(new MouseEvent('click', { bubbles: true }));
      page.fixture.nativeElement
        .querySelector('[data-seat="3"]')
        .dispatchEvent(new MouseEvent('click', { bubbles: true }));
      await pass(REFRESH_MS);
      page.http
        .expectOne('/api/shows/ondine/seats')
        .flush({ showId: 'ondine', version: 'b', maxSeatsPerBooking: 10, seats: seats({ A1: 'HELD' }) });
      await pass(50);
      expect(page.text()).toContain('Row A, seat 1 is gone');
      expect(page.text()).toContain('Book 1 seat');
    } finally {
      jest.useRealTimers();
    }
  });

  it.each([
    ['This show was cancelled', 'every booking for it is cancelled too', { status: 'CANCELLED' }],
    ['This show has begun', 'If you have a booking, it stays valid', { startTime: '2020-12-12T19:30:00.000Z' }],
  ] as const)('offers no seats, and leads to the bookings: %s', async (headline, meaning, changes) => {
    page.http.expectOne('/api/shows/ondine').flush({ ...ONDINE, ...changes, bookable: false });
    await page.answerSeats();
    expect(page.text()).toContain(headline);
    expect(page.text()).toContain(meaning);
    expect(page.fixture.nativeElement.querySelector('[role=grid]')).toBeNull();
    expect(page.fixture.nativeElement.querySelector('mx-choice-panel')).toBeNull();
    expect(page.fixture.nativeElement.querySelector('a[href="/bookings"]').textContent).toContain('My bookings');
  });

  it('learns that the show was cancelled while somebody chooses, and asks no more', async () => {
    jest.useFakeTimers();
    try {
      page.answerShow();
      page.http
        .expectOne('/api/shows/ondine/seats')
        .flush({ showId: 'ondine', version: 'a', maxSeatsPerBooking: 10, seats: seats() });
      await pass(0);
      for (let waited = 0; waited + REFRESH_MS < SHOW_REFRESH_MS; waited += REFRESH_MS) {
        await pass(REFRESH_MS);
        page.http
          .expectOne('/api/shows/ondine/seats')
          .flush({ showId: 'ondine', version: 'a', maxSeatsPerBooking: 10, seats: seats() });
        await pass(0);
      }
      await pass(REFRESH_MS + 50);
      page.fixture.nativeElement.querySelector('[role=grid] [tabindex="0"]').focus();
      page.http.expectOne('/api/shows/ondine').flush({ ...ONDINE, status: 'CANCELLED', bookable: false });
      await pass(50);
      expect(page.text()).toContain('This show was cancelled');
      expect(document.activeElement?.textContent).toBe('Ondine');
      await pass(SHOW_REFRESH_MS);
      page.http.verify();
    } finally {
      jest.useRealTimers();
    }
  });

  it('says so when the show does not exist', async () => {
    page.http.expectOne('/api/shows/ondine').flush({ code: 'unknown-show' }, { status: 404, statusText: 'Not Found' });
    await page.settled();
    expect(page.text()).toContain('We cannot find this show');
  });

  it('offers to try again when the show could not be loaded', async () => {
    page.http
      .expectOne('/api/shows/ondine')
      .flush({ code: 'storage-unavailable' }, { status: 503, statusText: 'Away' });
    await page.settled();
    expect(page.text()).toContain('The box office is away for a moment');
    await page.press('Try again');
    expect(page.http.match('/api/shows/ondine')).toHaveLength(1);
  });
});
