import { SeatMapHarness } from '@modex/web-seats/testing';
import { A1, A2, A3, A4, holdOf, seats, ShowPageHarness } from './show-page.harness';

const CHOOSE = 'Choose the best for me';

describe('the best seats of ShowPage', () => {
  let page: ShowPageHarness;
  let map: SeatMapHarness;

  beforeEach(async () => {
    page = new ShowPageHarness(async () => undefined);
    map = await page.open();
  });

  afterEach(() => {
    page.fixture.destroy();
    jest.useRealTimers();
  });

  const chosen = async (): Promise<readonly string[]> =>
    (await map.labelsMarked('chosen')).map(
      (label) => [A1, A2, A3, A4][Number(label.replace('Row A, seat ', '').replace(', chosen', '')) - 1] ?? label,
    );
  const noMoreCalls = (): void => page.http.expectNone(({ url }) => url.includes('/holds'));
  const stepButton = (label: string): HTMLButtonElement =>
    page.fixture.nativeElement.querySelector(`mx-best-seats [aria-label="${label}"]`);
  const said = (): string => page.fixture.nativeElement.querySelector('mx-best-seats .kept').textContent.trim();
  /** A look at what is free, answered for the number it asks for. */
  const answerOffers = async (best: readonly string[], largest: number, together = true): Promise<string | null> => {
    const call = page.http.expectOne(({ url }) => url === '/api/shows/ondine/offers');
    const kept = seats().filter(({ id }) => best.includes(id));
    const offers = best.length === 0 ? [] : [{ preference: 'together', seats: kept, together }];
    call.flush({ showId: 'ondine', offers, largest });
    await page.settled();
    return call.request.params.get('quantity');
  };
  const answerBest = async (method: 'POST' | 'PUT', ...seatIds: readonly string[]): Promise<unknown> => {
    const call = page.holdCall(method);
    call.flush(holdOf(seatIds));
    await page.settled();
    return call.request.body;
  };
  /** The look that follows when somebody turns to the control, if nothing is chosen. */
  const answerLook = (): void => {
    const calls = page.http.match(({ url }) => url.endsWith('/offers'));
    for (const call of calls) call.flush({ showId: 'ondine', offers: [], largest: 4 });
  };
  const ask = async (): Promise<void> => {
    page.button(CHOOSE).click();
    await page.settled();
    answerLook();
    await page.settled();
  };

  it('are chosen by the API, kept, shown as chosen, and told with their end', async () => {
    await ask();
    expect(await answerBest('POST', A2, A3)).toEqual({ quantity: 2 });
    expect(await chosen()).toEqual([A2, A3]);
    expect(said()).toMatch(/^Row A, seats 2 and 3 are kept for you until \d\d:\d\d\.$/);
    expect(page.text()).toContain('Book 2 seats');
    noMoreCalls();
  });

  it('are not asked for again while they are what they were', async () => {
    await ask();
    await answerBest('POST', A2, A3);
    await page.press(CHOOSE);
    noMoreCalls();
  });

  it('are no news any more once the customer has changed them', async () => {
    await ask();
    await answerBest('POST', A2, A3);
    page.click(3);
    await page.settled();
    expect(said()).toBe('');
    await page.keep('PUT');
    expect(said()).toBe('');
  });

  it('are as many as the stepper says: at least one, at most as many as one customer may have', async () => {
    stepButton('One seat fewer').click();
    stepButton('One seat fewer').click();
    await page.settled();
    expect(stepButton('One seat fewer').getAttribute('aria-disabled')).toBe('true');
    expect(await answerOffers([A2], 4)).toBe('1');
    for (let presses = 0; presses < 12; presses++) stepButton('One seat more').click();
    await page.settled();
    expect(stepButton('One seat more').getAttribute('aria-disabled')).toBe('true');
    expect(await answerOffers([], 4)).toBe('10');
  });

  it.each([
    [[A2, A3], 4, true, 'Free now: Row A, seats 2 and 3.'],
    [[A2, A3], 4, false, 'Free now, in two rows, one behind the other: Row A, seats 2 and 3.'],
    [[], 3, true, 'At most 3 can still sit together.'],
    [[], 1, true, 'Single seats only are free now.'],
    [[], 0, true, 'No seat is free at the moment.'],
  ] as const)('are told before: %s of %s', async (best, largest, together, words) => {
    stepButton('One seat more').click();
    await page.settled();
    await answerOffers(best, largest, together);
    expect(page.text()).toContain(words);
  });

  it('replace what was chosen in one change, and the page says so before', async () => {
    await page.choose(A1);
    expect(page.text()).toContain('This replaces the seats you have chosen.');
    await ask();
    page.click(4);
    expect(await chosen()).toEqual([A1]);
    expect(await answerBest('PUT', A2, A3)).toEqual({ quantity: 2 });
    expect(await chosen()).toEqual([A2, A3]);
    noMoreCalls();
  });

  it('leave what was kept as it is where there are no better ones, and offer what is possible in one press', async () => {
    await page.choose(A1);
    await ask();
    await page.refuseHold('PUT', 'not-enough-seats', { largest: 1 });
    expect(await chosen()).toEqual([A1]);
    noMoreCalls();
    expect(page.text()).toContain('There are not so many free seats together');
    await page.press('Choose 1 seat');
    expect(await answerBest('PUT', A3)).toEqual({ quantity: 1 });
    expect(page.text()).not.toContain('There are not so many free seats together');
  });

  it('are made after what was kept is given back, where a customer may have no more', async () => {
    await page.choose(A1);
    await ask();
    await page.refuseHold('PUT', 'limit-reached');
    page.holdCall('DELETE').flush(null);
    await page.settled();
    expect(await answerBest('POST', A2, A3)).toEqual({ quantity: 2 });
    expect(await chosen()).toEqual([A2, A3]);
  });

  it('are given up above the limit, and what was given back is kept again', async () => {
    await page.choose(A1);
    await ask();
    await page.refuseHold('PUT', 'limit-reached');
    page.holdCall('DELETE').flush(null);
    await page.settled();
    await page.refuseHold('POST', 'limit-reached');
    expect(await page.keep('POST')).toEqual([A1]);
    expect(await chosen()).toEqual([A1]);
    expect(page.text()).toContain('That is more than one customer may have');
  });

  it('are asked for again when nothing was heard', async () => {
    jest.useFakeTimers();
    page.button(CHOOSE).click();
    await page.pass(0);
    answerLook();
    page.holdCall('POST').error(new ProgressEvent('error'));
    await page.pass(700);
    const again = page.holdCall('POST');
    expect(again.request.body).toEqual({ quantity: 2 });
    again.flush(holdOf([A2, A3]));
    await page.pass(0);
    expect(page.text()).toContain('Book 2 seats');
    expect(page.text()).not.toContain('No connection');
  });

  it('are those that another tab keeps already, where it does', async () => {
    await ask();
    await page.refuseHold('POST', 'hold-open');
    await page.answerOpenHold(A4);
    expect(await chosen()).toEqual([A4]);
    noMoreCalls();
  });

  it('replace single seats that would leave one alone: they are named, and taken in one press', async () => {
    page.click(2);
    await page.settled();
    await page.refuseHold('POST', 'lone-seat', { seatIds: [A1], insteadSeatIds: [A3] });
    expect(page.text()).toContain('Row A, seat 1 would be left alone. Row A, seat 3 leaves no seat alone.');
    await page.press('Take this instead');
    expect(await page.keep('POST')).toEqual([A3]);
    expect(await chosen()).toEqual([A3]);
    expect(page.text()).not.toContain('alone');
  });
});
