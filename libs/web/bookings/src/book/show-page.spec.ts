import { TestBed } from '@angular/core/testing';
import { packedStatus } from '@modex/web-seats/testing';
import { SHOW_REFRESH_MS } from './open-show';
import { A1, ONDINE, seats, ShowPageHarness } from './show-page.harness';

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
      page.http.expectOne('/api/shows/ondine').flush({ ...ONDINE, totalSeats: 5, seatsPerRow: 5, limitPerCustomer });
      page.http
        .expectOne('/api/shows/ondine/seats/status')
        .flush({ showId: 'ondine', version: '1', maxSeatsPerBooking, ...packedStatus(Array(5).fill('AVAILABLE')) });
      await page.settled();
      const map = await page.map();
      for (const seat of [1, 2, 3, 4, 5]) await map.toggle(`Row A, seat ${seat}`);
      await page.settled();
      expect(page.text()).toContain(words);
    },
  );

  it('shows as taken what others have, and its own seats as chosen', async () => {
    const map = await page.open();
    await page.choose(A1);
    await page.tellSeats({ A1: 'HELD', A2: 'BOOKED' });
    expect(await map.labelsMarked('chosen')).toEqual(['Row A, seat 1, chosen']);
    expect(await map.labelsMarked('taken')).toEqual(['Row A, seat 2, taken']);
    expect(page.text()).toContain('2 seats free');
  });

  it('says how far the seats can be trusted', async () => {
    await page.open();
    const state = (): string => page.fixture.nativeElement.querySelector('mx-live').getAttribute('data-state');
    expect(state()).toBe('live');
    window.dispatchEvent(new Event('offline'));
    await page.settled();
    page.streams.open.fail();
    await page.settled();
    page.http.expectOne('/api/shows/ondine/seats/status').error(new ProgressEvent('error'));
    await page.settled();
    expect(state()).toBe('offline');
    expect(page.text()).toContain('Offline: what you see may be behind.');
    window.dispatchEvent(new Event('online'));
    await page.settled();
    await page.tellSeats();
    expect(state()).toBe('live');
    expect(page.text()).toContain('Live again.');
  });

  it.each([
    ['This show was cancelled', 'every booking for it is cancelled too', { status: 'CANCELLED' }],
    ['This show has begun', 'If you have a booking, it stays valid', { started: true }],
  ] as const)('offers no seats, and leads to the bookings: %s', async (headline, meaning, changes) => {
    page.http.expectOne('/api/shows/ondine').flush({ ...ONDINE, ...changes, bookable: false });
    await page.answerSeats();
    expect(page.text()).toContain(headline);
    expect(page.text()).toContain(meaning);
    expect(page.fixture.nativeElement.querySelector('[role=grid]')).toBeNull();
    expect(page.fixture.nativeElement.querySelector('mx-choice-panel')).toBeNull();
    expect(page.fixture.nativeElement.querySelector('a[href="/bookings"]').textContent).toContain('My bookings');
  });

  it('learns at once that the show was cancelled while somebody chooses, and follows it no more', async () => {
    await page.open();
    page.fixture.nativeElement.querySelector('[role=grid] [tabindex="0"]').focus();
    page.streams.open.send('show', { status: 'ON_SALE' });
    await page.settled();
    page.http.expectNone('/api/shows/ondine');
    page.streams.open.send('show', { status: 'CANCELLED' });
    await page.settled();
    page.answerShow({ status: 'CANCELLED', bookable: false });
    await page.settled();
    expect(page.text()).toContain('This show was cancelled');
    expect(document.activeElement?.textContent).toBe('Ondine');
    expect(page.streams.openCount).toBe(0);
  });

  it('reads the show now and then, at once when it should have begun, and no more once it is closed', async () => {
    jest.useFakeTimers();
    try {
      page.answerShow({ startTime: new Date(Date.now() + SHOW_REFRESH_MS + 7000).toISOString() });
      const told = packedStatus(seats().map(({ status }) => status));
      page.http
        .expectOne('/api/shows/ondine/seats/status')
        .flush({ showId: 'ondine', version: 'aa-1', maxSeatsPerBooking: 10, ...told });
      await pass(0);
      page.streams.open.sendStatus('aa-1', ['AVAILABLE', 'AVAILABLE', 'AVAILABLE', 'AVAILABLE']);
      await pass(SHOW_REFRESH_MS);
      page.answerShow({ startTime: new Date(Date.now() + 7000).toISOString() });
      await pass(6000);
      page.http.expectNone('/api/shows/ondine');
      await pass(1000);
      page.answerShow({ started: true, bookable: false });
      await pass(10 * SHOW_REFRESH_MS);
      expect(page.text()).toContain('This show has begun');
      page.http.expectNone('/api/shows/ondine');
      page.http.expectNone('/api/shows/ondine/seats/status');
    } finally {
      jest.useRealTimers();
    }
  });

  it('has the way there and the house rules folded, in their lines, and nothing where nothing is said', async () => {
    const texts = () => [...page.fixture.nativeElement.querySelectorAll('mx-show-texts details')];
    page.answerShow({ gettingThere: 'Tram 12\nto Theatre Street.' });
    await page.answerSeats();
    expect(texts().map(({ open, textContent }) => [open, textContent])).toEqual([
      [false, 'How to get thereTram 12\nto Theatre Street.'],
    ]);
    await page.openAgain();
    page.answerShow({ houseRules: 'No food.' });
    await page.answerSeats();
    expect(texts().map(({ textContent }) => textContent)).toEqual(['House rulesNo food.']);
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
