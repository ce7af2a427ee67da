import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { User } from '@modex/web-account';
import { ShowPricesResponse, ShowResponse } from '@modex/web-api-client';
import { A1, A2, ShowPageHarness } from './show-page.harness';

const ADA: User = {
  userId: 'ada',
  name: 'Ada',
  email: 'ada@example.org',
  role: 'GUEST',
  kind: 'GUEST',
  emailProved: false,
};
const PRICES: ShowPricesResponse = {
  currency: 'EUR',
  categories: [{ category: 'all', amount: 4_500 }],
  ticketTypes: [
    { key: 'adult', name: 'Adult', percent: 10_000, prices: [], proof: false },
    { key: 'child', name: 'Child', percent: 5_000, prices: [], proof: true },
  ],
  fees: [{ key: 'service', name: 'Service', per: 'seat', kind: 'fixed', value: 150 }],
  tax: { name: 'VAT', percent: 700, included: true },
};
const DEARER: ShowPricesResponse = { ...PRICES, categories: [{ category: 'all', amount: 5_000 }] };

describe('ShowPage, where seats cost something', () => {
  let page: ShowPageHarness;

  beforeEach(() => {
    page = new ShowPageHarness(jest.fn());
    jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
  });

  afterEach(() => page.fixture.destroy());

  const open = async (changes: Partial<ShowResponse> = {}, ...kept: readonly string[]): Promise<void> => {
    page.person.set(ADA);
    page.answerShow({ prices: PRICES, ...changes });
    await page.answerSeats();
    await page.tellSeats();
    page.http.expectOne(({ url }) => url === '/api/bookings').flush({ items: [], nextCursor: null });
    await page.answerPaidHold(changes.prices === null ? null : 'at-the-box-office', ...kept);
  };
  const ticketOf = (seat: string): HTMLSelectElement =>
    page.fixture.nativeElement.querySelector(`select[aria-label="Ticket for ${seat}"]`);
  const isFor = async (seat: string, type: string): Promise<void> => {
    const select = ticketOf(seat);
    select.value = type;
    select.dispatchEvent(new Event('change'));
    await page.settled();
  };
  const bookCall = () => page.http.expectOne('/api/shows/ondine/book');

  it('says what a seat costs on the map and in the legend', async () => {
    await open();
    const seat = page.fixture.nativeElement.querySelector('[data-seat="2"]');
    expect(seat.getAttribute('aria-label')).toBe('Row A, seat 3, €45.00, free');
    expect(page.fixture.nativeElement.querySelector('mx-category-legend').textContent).toContain('€45.00');
  });

  it('says nothing of money where it is free of charge', async () => {
    await open({ prices: null }, A1);
    expect(page.text()).not.toMatch(/€|Total|box office/);
    expect(page.button('Book 1 seat')).toBeDefined();
  });

  it('has a line for each seat, fees, tax and the total; the first ticket type is for whoever does not choose', async () => {
    await open({}, A1, A2);
    expect(ticketOf('Row A, seat 1').value).toBe('adult');
    await isFor('Row A, seat 2', 'child');
    const panel = page.fixture.nativeElement.querySelector('mx-choice-panel').textContent.replace(/\s+/g, ' ');
    expect(panel).toContain('Proof at the door');
    expect(panel).toContain('Service€3.00Total€70.50');
    expect(panel).toContain('includes 7% VAT €4.61');
    expect(panel).toContain('Pay €70.50 at the box office');
    expect(page.button('Book 2 seats · €70.50')).toBeDefined();
  });

  it('adds a tax that comes on top of the prices as a line of its own', async () => {
    await open({ prices: { ...PRICES, tax: { name: 'VAT', percent: 1_900, included: false } } }, A1);
    const panel = page.fixture.nativeElement.querySelector('mx-choice-panel').textContent.replace(/\s+/g, ' ');
    expect(panel).toContain('€45.00');
    expect(panel).toContain('Service€1.50 + 19% VAT€8.84Total€55.34');
  });

  it('books for whom the seats are, at the total that was seen', async () => {
    await open({}, A1, A2);
    await isFor('Row A, seat 2', 'child');
    await page.press('Book 2 seats · €70.50');
    expect(bookCall().request.body).toEqual({
      ...{ userId: 'ada', holdId: 'h1', seatIds: [A1, A2], total: { amount: 7_050, currency: 'EUR' } },
      tickets: [
        { seatId: A1, type: 'adult' },
        { seatId: A2, type: 'child' },
      ],
    });
  });

  it('knows after a reload for whom the seats are, and not after they were booked', async () => {
    await open({}, A1, A2);
    await isFor('Row A, seat 2', 'child');
    page.openAgain();
    await open({}, A1, A2);
    expect([ticketOf('Row A, seat 1').value, ticketOf('Row A, seat 2').value]).toEqual(['adult', 'child']);
    await page.press('Book 2 seats · €70.50');
    bookCall().flush({ bookingId: 'h1', status: 'CONFIRMED' }, { status: 201, statusText: 'Created' });
    await page.settled();
    page.openAgain();
    await open({}, A1, A2);
    expect(ticketOf('Row A, seat 2').value).toBe('adult');
  });

  it('tells both totals when the price has changed, and books at the new one with one press', async () => {
    await open({}, A1);
    await page.press('Book 1 seat · €46.50');
    const [total, seenTotal] = [5_150, 4_650].map((amount) => ({ amount, currency: 'EUR' }));
    bookCall().flush({ code: 'price-changed', total, seenTotal }, { status: 409, statusText: 'price-changed' });
    await page.settled();
    page.answerShow({ prices: DEARER });
    await page.settled();
    await page.answerOpenHold(A1);
    expect(page.text()).toContain('It was €46.50, and is €51.50 now.');
    expect(page.text()).toContain('Nothing was booked.');
    await page.press('Book 1 seat · €51.50');
    expect(bookCall().request.body).toMatchObject({ holdId: 'h1', total });
  });

  it('follows prices that change while somebody chooses', async () => {
    await open({}, A1);
    page.streams.open.send('show', { status: 'CANCELLED' });
    await page.settled();
    page.answerShow({ prices: DEARER });
    await page.settled();
    expect(page.button('Book 1 seat · €51.50')).toBeDefined();
  });
});
