import { A1, holdOf, ShowPageHarness } from './show-page.harness';

describe('the time for which the seats of ShowPage are kept', () => {
  let page: ShowPageHarness;

  beforeEach(async () => {
    page = new ShowPageHarness(async () => undefined);
    await page.open();
  });

  afterEach(() => {
    page.fixture.destroy();
    jest.useRealTimers();
  });

  it('can be made longer, until it is said that they cannot', async () => {
    page.click(1);
    await page.settled();
    await page.keep('POST', { secondsLeft: 90 });
    expect(page.text()).toContain('Kept for 1:30');
    await page.press('Keep them longer');
    page.holdCall('POST').flush({ ...holdOf([A1]), secondsLeft: 300, secondsAtMost: 300 });
    await page.settled();
    expect(page.text()).toContain('Kept for 5:00');
    expect(page.text()).toContain('They cannot be kept any longer');
    expect(() => page.button('Keep them longer')).toThrow();
  });

  it('counts down, is said aloud at two minutes and at thirty seconds, and then the seats are free', async () => {
    jest.useFakeTimers();
    page.click(1);
    await page.pass(0);
    page.holdCall('POST').flush({ ...holdOf([A1]), secondsLeft: 125 });
    await page.pass(0);
    const said = (): string =>
      page.fixture.nativeElement.querySelector('mx-hold-clock [role=status]').textContent.trim();
    expect(said()).toBe('');
    await page.pass(5_000);
    expect(said()).toBe('Your seats are kept for 2 more minutes.');
    await page.pass(90_000);
    expect([said(), page.text().includes('Kept for 0:30')]).toEqual(['Your seats are kept for 30 more seconds.', true]);
    await page.pass(31_000);
    page.holdCall('GET').flush({ hold: null });
    await page.pass(0);
    page.holdCall('GET').flush({ ...holdOf([A1]), status: 'EXPIRED' });
    await page.pass(0);
    expect(page.text()).toContain('The time for your seats is over');
    expect(page.text()).toContain('Choose the same seats');
  });

  it('goes on when another tab has kept them longer', async () => {
    jest.useFakeTimers();
    page.click(1);
    await page.pass(0);
    page.holdCall('POST').flush({ ...holdOf([A1]), secondsLeft: 10 });
    await page.pass(11_000);
    page.holdCall('GET').flush({ hold: { ...holdOf([A1]), secondsLeft: 60 } });
    await page.pass(0);
    expect(page.text()).toContain('Kept for 1:00');
  });

  it('is not over as long as the API keeps them: it tells whole seconds', async () => {
    jest.useFakeTimers();
    page.click(1);
    await page.pass(0);
    page.holdCall('POST').flush({ ...holdOf([A1]), secondsLeft: 10 });
    await page.pass(11_000);
    page.holdCall('GET').flush({ hold: { ...holdOf([A1]), secondsLeft: 0 } });
    await page.pass(0);
    expect(page.text()).toContain('Kept for 0:00');
    await page.pass(1_000);
    page.holdCall('GET').flush({ hold: null });
    await page.pass(0);
    page.holdCall('GET').flush({ ...holdOf([A1]), status: 'EXPIRED' });
    await page.pass(0);
    expect(page.text()).toContain('The time for your seats is over');
  });

  it('ends by the clock of the page where nobody can be asked', async () => {
    jest.useFakeTimers();
    page.click(1);
    await page.pass(0);
    page.holdCall('POST').flush({ ...holdOf([A1]), secondsLeft: 10 });
    await page.pass(11_000);
    page.holdCall('GET').error(new ProgressEvent('error'));
    await page.pass(0);
    expect(page.text()).toContain('The time for your seats is over');
  });
});
