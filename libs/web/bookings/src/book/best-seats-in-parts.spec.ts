import { seatIdAt } from '@modex/domain';
import { arena, packedStatus } from '@modex/web-seats/testing';
import { holdOf, ONDINE, ShowPageHarness } from './show-page.harness';

const PRICES = {
  ...{ currency: 'EUR', ticketTypes: [], fees: [], tax: null },
  categories: [
    { category: 'near', amount: 4_500 },
    { category: 'far', amount: 3_000 },
  ],
};
const DRAWN = { planId: 'p1', planVersion: 2, totalSeats: 400, prices: PRICES };

describe('the best seats of a drawn plan', () => {
  let page: ShowPageHarness;

  beforeEach(async () => {
    page = new ShowPageHarness(async () => undefined);
    page.answerShow(DRAWN);
    await page.settled();
    const statuses = packedStatus(Array.from({ length: 400 }, () => 'AVAILABLE' as const));
    page.http.expectOne('/api/plans/p1/versions/2/layout').flush(arena().plan.layout);
    const status = { showId: 'ondine', version: 'aa-1', maxSeatsPerBooking: 10, ...statuses };
    page.http.expectOne('/api/shows/ondine/seats/status').flush(status);
    await page.settled();
  });

  afterEach(() => page.fixture.destroy());

  const select = (label: string): HTMLSelectElement => {
    const labels: HTMLLabelElement[] = [...page.fixture.nativeElement.querySelectorAll('mx-best-seats label')];
    const found = labels.find(({ textContent }) => textContent?.trim().startsWith(label))?.querySelector('select');
    if (!found) throw new Error(`No field ${label}`);
    return found;
  };
  const set = async (label: string, value: string): Promise<void> => {
    select(label).value = value;
    select(label).dispatchEvent(new Event('change'));
    await page.settled();
  };
  const best = (): string => page.fixture.nativeElement.querySelector('mx-best-seats').textContent.replace(/\s+/g, ' ');

  it('are of any price anywhere, or of one price in one section', async () => {
    expect([...select('At which price').options].map(({ text }) => text.trim())).toEqual([
      'Any price',
      'Near, €45.00',
      'Far, €30.00',
    ]);
    await set('Where', 'balcony');
    await set('At which price', 'far');
    await page.press('Choose the best for me');
    const call = page.holdCall('POST');
    expect(call.request.body).toEqual({ quantity: 2, section: 'balcony', category: 'far' });
    call.flush(holdOf([]));
  });

  it('are told with what they cost together', async () => {
    page.fixture.nativeElement.querySelector('mx-best-seats').click();
    await page.settled();
    const call = page.http.expectOne(({ url }) => url === '/api/shows/ondine/offers');
    const places = [0, 1].map((number) => ({
      ...{ id: seatIdAt(ONDINE.seatPrefix, number), section: 'Stalls', rowNumber: 'A', seatNumber: number + 1 },
      name: `Stalls · Row A · Seat ${number + 1}`,
    }));
    const offer = { preference: 'best-view', seats: places, together: true };
    call.flush({ showId: 'ondine', offers: [offer], largest: 10 });
    await page.settled();
    expect(best()).toContain('Free now: Stalls · Row A · Seats 1 and 2. Together €90.00.');
  });

  it('are places where people stand', async () => {
    await set('Where', 'pit');
    expect(best()).toContain('How many places?');
    expect(best()).toContain('2 places');
    await page.press('Choose the best for me');
    const call = page.holdCall('POST');
    expect(call.request.body).toEqual({ quantity: 2, section: 'pit' });
    call.flush(holdOf([]));
  });
});
