import { ONDINE, A1, NOBODY, ShowPageHarness } from './show-page.harness';

const OPENS = { saleOpensAt: '2098-12-05T09:00:00.000Z', salePhase: 'NOT_OPEN', bookable: false } as const;
const CLOSED = { saleClosesAt: '2026-01-01T09:00:00.000Z', salePhase: 'CLOSED', bookable: false } as const;

describe('ShowPage while the sale is not open', () => {
  let page: ShowPageHarness;

  beforeEach(() => {
    page = new ShowPageHarness(async () => undefined);
  });

  afterEach(() => page.fixture.destroy());

  const open = async (changes: object): Promise<void> => {
    page.answerShow(changes);
    await page.answerSeats();
    await page.tellSeats();
  };
  const has = (selector: string): boolean => page.fixture.nativeElement.querySelector(selector) !== null;

  it.each([
    ['Sale opens Friday, 5 December 2098 at 10:00 (Central European Time)', OPENS],
    ['The sale has closed', CLOSED],
  ])('says "%s", and shows the seats to look at', async (words, changes) => {
    await open(changes);
    expect(page.text()).toContain(words);
    expect([has('mx-choice-panel'), has('mx-best-seats'), has('mx-closed-sale')]).toEqual([false, false, false]);
    const map = await page.map();
    await map.toggle('Row A, seat 1');
    await page.settled();
    page.http.expectNone(({ url }) => url.includes('/holds'));
    expect(await map.labelsMarked('chosen')).toEqual([]);
    await page.tellSeats({ A1: 'BOOKED' });
    expect(page.text()).toContain('3 seats free');
  });

  it('asks when the time has come by the clock of the server, each second until it is open, and opens by itself', async () => {
    jest.useFakeTimers();
    try {
      page.answerShow({ ...OPENS, saleOpensAt: new Date(Date.now() + 7_000).toISOString() });
      page.answerSeatsNow();
      await page.pass(0);
      await page.pass(6_000);
      page.http.expectNone('/api/shows/ondine');
      await page.pass(1_000);
      page.answerShow({ ...OPENS, saleOpensAt: new Date(Date.now()).toISOString() });
      await page.pass(1_000);
      page.answerShow({ saleOpensAt: OPENS.saleOpensAt });
      await page.pass(0);
      expect(page.text()).toContain('The sale is open');
      expect([has('mx-choice-panel'), has('mx-best-seats'), has('mx-sale-notice')]).toEqual([true, true, false]);
    } finally {
      jest.useRealTimers();
    }
  });

  it('lets what is kept be booked after the sale has closed, and changes nothing of it', async () => {
    page.person.set(NOBODY);
    page.answerShow(CLOSED);
    await page.answerSeats();
    await page.tellSeats({ A1: 'HELD' });
    await page.answerOpenHold(A1);
    expect(page.text()).toContain('Your seats stay kept until the time is over: book them before.');
    expect(page.button('Book 1 seat').disabled).toBe(false);
    const map = await page.map();
    await map.toggle('Row A, seat 1');
    await map.toggle('Row A, seat 2');
    await page.settled();
    page.http.expectNone(({ url, method }) => url.includes('/holds') && method !== 'GET');
    expect(await map.labelsMarked('chosen')).toEqual(['Row A, seat 1, chosen']);
  });

  it('shows a sale that is open as ever', async () => {
    await open({});
    expect([ONDINE.salePhase, has('mx-choice-panel'), has('mx-sale-notice')]).toEqual(['OPEN', true, false]);
    expect(page.text()).not.toContain('The sale is open');
  });
});
