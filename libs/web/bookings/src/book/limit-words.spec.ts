import { ShowPageHarness } from './show-page.harness';

describe('the limit of seats per customer', () => {
  let page: ShowPageHarness;

  beforeEach(async () => {
    page = new ShowPageHarness(jest.fn());
    await page.open();
  });

  afterEach(() => page.fixture.destroy());

  it.each([
    [{ limit: 3, bought: 0 }, 'One customer may have 3 seats of this show.', 0],
    [
      { limit: 3, bought: 2 },
      'One customer may have 3 seats of this show. You have 2 already. You can choose 1 more.',
      1,
    ],
    [
      { limit: 1, bought: 1 },
      'One customer may have 1 seat of this show. You have 1 already. To choose others, give',
      1,
    ],
  ])('says the numbers, and leads to the bookings if there are any: %j', async (facts, words, links) => {
    page.click(1);
    await page.settled();
    await page.refuseHold('POST', 'limit-reached', facts);
    expect(page.text()).toContain(words);
    expect(page.fixture.nativeElement.querySelectorAll('mx-hold-notice a[href="/bookings"]')).toHaveLength(links);
  });
});
