import { SeatMapHarness } from '@modex/web-seats/testing';
import { A1, A2, A3, A4, holdOf, NOBODY, ShowPageHarness } from './show-page.harness';

describe('the seats of ShowPage that are kept', () => {
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
  /** Reloads the page of somebody who is known. */
  const reopened = async (...kept: readonly string[]): Promise<void> => {
    page.openAgain();
    page.answerShow();
    await page.answerSeats();
    await page.answerOpenHold(...kept);
    map = await page.map();
  };

  it('are chosen at once and kept by the first click, for a guest who is nobody yet', async () => {
    page.click(1);
    expect(await chosen()).toEqual([A1]);
    expect(await page.keep('POST')).toEqual([A1]);
    expect(page.person()).toEqual(NOBODY);
    expect(page.text()).toContain('Kept for 10:00');
    noMoreCalls();
  });

  it('are changed once for many quick clicks, to exactly what is chosen then', async () => {
    page.click(1);
    await page.settled();
    for (const seat of [2, 3, 4, 2]) page.click(seat);
    await page.settled();
    expect(await page.keep('POST')).toEqual([A1]);
    expect(await page.keep('PUT')).toEqual([A1, A3, A4]);
    noMoreCalls();
  });

  it('are given back one by one, and the last one with the hold', async () => {
    await page.choose(A1, A2);
    page.click(1);
    await page.settled();
    expect(await page.keep('PUT')).toEqual([A2]);
    page.click(2);
    await page.settled();
    page.holdCall('DELETE').flush(null);
    await page.settled();
    expect(page.text()).not.toContain('Kept for');
    page.click(4);
    await page.settled();
    expect(await page.keep('POST')).toEqual([A4]);
  });

  it('stay when another one is gone, which is taken back with a word', async () => {
    await page.choose(A1);
    page.click(2);
    await page.settled();
    expect(await chosen()).toEqual([A1, A2]);
    await page.refuseHold('PUT', 'seat-taken', { seatIds: [A2] });
    expect(await chosen()).toEqual([A1]);
    expect(page.text()).toContain('Row A, seat 2 is gone');
    noMoreCalls();
  });

  it('are asked for without the one that is gone', async () => {
    page.click(1);
    await page.settled();
    page.click(2);
    page.click(3);
    await page.keep('POST');
    await page.refuseHold('PUT', 'seat-taken', { seatIds: [A3] });
    expect(await page.keep('PUT')).toEqual([A1, A2]);
    expect(await chosen()).toEqual([A1, A2]);
  });

  it('are there again after a reload, on another page, in another tab', async () => {
    await page.choose(A1, A2);
    await reopened(A1, A2);
    expect(await chosen()).toEqual([A1, A2]);
    expect(page.text()).toContain('Kept for 10:00');
    noMoreCalls();
  });

  it('become what another tab made of them when the page is seen again', async () => {
    await page.choose(A1);
    document.dispatchEvent(new Event('visibilitychange'));
    await page.settled();
    page.answerShow();
    await page.answerOpenHold(A3, A4);
    expect(await chosen()).toEqual([A3, A4]);
  });

  it('are what was pressed last, whatever a look that began before says', async () => {
    await page.choose(A1);
    document.dispatchEvent(new Event('visibilitychange'));
    await page.settled();
    page.answerShow();
    page.click(2);
    await page.settled();
    await page.answerOpenHold(A1);
    expect(await page.keep('PUT')).toEqual([A1, A2]);
    expect(await chosen()).toEqual([A1, A2]);
    noMoreCalls();
  });

  it('are kept longer with the seats of now, when a change is answered before the extension', async () => {
    await page.choose(A1);
    await page.press('Keep them longer');
    const extension = page.http.expectOne(({ url }) => url.endsWith('/extend'));
    page.click(2);
    await page.settled();
    expect(await page.keep('PUT')).toEqual([A1, A2]);
    extension.flush(holdOf([A1]));
    await page.settled();
    expect(await chosen()).toEqual([A1, A2]);
    noMoreCalls();
  });

  it('are shown instead of a choice that a forgotten tab began', async () => {
    page.click(2);
    await page.settled();
    await page.refuseHold('POST', 'hold-open', { holdId: 'h1', seatIds: [A3] });
    await page.answerOpenHold(A3);
    expect(await chosen()).toEqual([A3]);
    expect(page.text()).toContain('You are keeping seats of this show already');
  });

  it('are asked for again when nothing was heard, and follow the choice of then', async () => {
    jest.useFakeTimers();
    page.click(1);
    await page.pass(0);
    page.holdCall('POST').error(new ProgressEvent('error'));
    await page.pass(0);
    expect(page.text()).toContain('We keep asking');
    page.click(2);
    await page.pass(700);
    const again = page.holdCall('POST');
    expect(again.request.body).toEqual({ seatIds: [A1, A2] });
    again.flush({ code: 'hold-open' }, { status: 409, statusText: 'Conflict' });
    await page.pass(0);
    page.holdCall('GET').flush({ hold: holdOf([A1]) });
    await page.pass(0);
    page.holdCall('PUT').flush(holdOf([A1, A2]));
    await page.pass(0);
    expect(page.text()).not.toContain('We keep asking');
    expect(page.text()).toContain('Book 2 seats');
  });

  it('are asked for at once when the network is back', async () => {
    jest.useFakeTimers();
    page.click(1);
    await page.pass(0);
    for (const pause of [700, 2000, 4000, 0]) {
      page.holdCall('POST').error(new ProgressEvent('error'));
      await page.pass(pause);
    }
    await page.pass(60_000);
    noMoreCalls();
    expect(page.text()).toContain('No connection');
    window.dispatchEvent(new Event('online'));
    await page.pass(0);
    page.holdCall('POST').flush(holdOf([A1]));
    await page.pass(0);
    expect(page.text()).not.toContain('No connection');
  });

  it('are given back before others are kept where a customer may have no more', async () => {
    await page.choose(A1, A2);
    page.click(1);
    page.click(3);
    await page.settled();
    await page.refuseHold('PUT', 'limit-reached');
    expect(await page.keep('PUT')).toEqual([A2]);
    expect(await page.keep('PUT')).toEqual([A2, A3]);
    expect(page.text()).not.toContain('more than one customer may have');
  });

  it.each([
    ['limit-reached', 'That is more than one customer may have', 'Choose fewer seats'],
    ['hold-paused', 'You kept these seats for as long as anybody may', 'Choose other seats'],
    ['too-many-holds', 'Many seats are being kept from your network', 'Sign in'],
  ])('are what they were after %s, and the page says what to do', async (code, headline, nextStep) => {
    page.click(1);
    await page.settled();
    await page.refuseHold('POST', code);
    expect(await chosen()).toEqual([]);
    expect(page.text()).toContain(headline);
    expect(page.text()).toContain(nextStep);
    noMoreCalls();
  });

  it('stay chosen where one beside them would be alone, and are asked for with it', async () => {
    page.click(2);
    await page.settled();
    await page.refuseHold('POST', 'lone-seat');
    expect(await chosen()).toEqual([A2]);
    expect(page.text()).toContain('Your seats would leave a single seat alone');
    page.click(1);
    await page.settled();
    expect(await page.keep('POST')).toEqual([A2, A1]);
    expect(page.text()).not.toContain('alone');
  });

  it('are changed a moment later while another tab changes them', async () => {
    jest.useFakeTimers();
    page.click(1);
    await page.pass(0);
    page.holdCall('POST').flush(holdOf([A1]));
    await page.pass(0);
    page.click(2);
    await page.pass(0);
    page.holdCall('PUT').flush({ code: 'hold-changing', retryAfter: 1 }, { status: 409, statusText: 'Conflict' });
    await page.pass(0);
    expect(page.text()).toContain('Your seats are being changed in another tab');
    await page.pass(1000);
    page.holdCall('PUT').flush(holdOf([A1, A2]));
    await page.pass(0);
    expect(page.text()).not.toContain('being changed');
  });

  it.each([
    ['hold-released', 'Your seats were given back'],
    ['booking-expired', 'The time for your seats is over'],
  ])('are gone after %s; the same can be chosen again', async (code, words) => {
    await page.choose(A1);
    page.click(2);
    await page.settled();
    await page.refuseHold('PUT', code);
    expect(await chosen()).toEqual([]);
    expect(page.text()).toContain(words);
    await page.press('Choose the same seats');
    expect(await page.keep('POST')).toEqual([A1]);
  });

  it('lead to the bookings when another tab has booked them', async () => {
    await page.choose(A1);
    page.click(2);
    await page.settled();
    await page.refuseHold('PUT', 'hold-confirmed');
    expect(page.text()).toContain('These seats are booked already');
    expect(page.fixture.nativeElement.querySelector('mx-hold-notice a[href="/bookings"]')).not.toBeNull();
    expect(() => page.button('Choose the same seats')).toThrow();
  });

  it('are given back before somebody else signs in, and kept for whoever is there then', async () => {
    await page.choose(A1, A2);
    await page.tellSeats({ A1: 'HELD', A2: 'HELD' });
    const signIn = page.aroundChange(async () => page.person.set({ ...NOBODY, userId: 'ada', name: 'Ada' }));
    await page.settled();
    await page.tellSeats();
    page.holdCall('DELETE').flush(null);
    await page.settled();
    await signIn;
    await page.answerOpenHold();
    expect(await page.keep('POST')).toEqual([A1, A2]);
    page.http.match('/api/bookings');
  });

  it('are those that the account keeps already, where it does', async () => {
    await page.choose(A1);
    const signIn = page.aroundChange(async () => page.person.set({ ...NOBODY, userId: 'ada', name: 'Ada' }));
    await page.settled();
    page.holdCall('DELETE').flush(null);
    await signIn;
    await page.settled();
    await page.answerOpenHold(A4);
    expect(page.text()).toContain('You are keeping seats of this show already');
    expect(page.text()).toContain('Row A, seat 4');
    expect(() => page.button('Row A, seat 1')).toThrow();
    noMoreCalls();
  });

  it('are kept again for the guest when the sign-in failed', async () => {
    await page.choose(A1);
    const signIn = page.aroundChange(async () => Promise.reject(new Error('wrong password')));
    await page.settled();
    page.holdCall('DELETE').flush(null);
    await expect(signIn).rejects.toThrow('wrong password');
    await page.settled();
    expect(await page.keep('POST')).toEqual([A1]);
  });

  it('keep nobody from signing in or out when they cannot be given back', async () => {
    await page.choose(A1);
    const signIn = page.aroundChange(async () => page.person.set({ ...NOBODY, userId: 'ada', name: 'Ada' }));
    await page.settled();
    await page.refuseHold('DELETE', 'hold-confirmed');
    await signIn;
    await page.answerOpenHold();
    expect(await page.keep('POST')).toEqual([A1]);
    page.http.match('/api/bookings');
  });

  it('are looked after when the map shows one of them free: an admin gave them back', async () => {
    await page.choose(A1);
    await page.tellSeats({ A1: 'HELD' });
    noMoreCalls();
    await page.tellSeats();
    await page.answerOpenHold();
    page.holdCall('GET').flush({ ...holdOf([A1]), status: 'RELEASED' });
    await page.settled();
    expect(page.text()).toContain('Your seats were given back');
  });
});
