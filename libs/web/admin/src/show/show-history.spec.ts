import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { AdminShowChangeResponse, AdminShowResponse } from '@modex/web-api-client';
import { Visitor } from '@modex/web-ui/testing';
import { ShowHistory } from './show-history';

const CHANGES = 'GET /api/admin/shows/s1/changes';
const ADA = { userId: 'ada', name: 'Ada', email: 'ada@example.org' };
const at = '2026-11-01T23:30:00.000Z';
const MOVED: AdminShowChangeResponse = { at, by: ADA, field: 'venue', from: null, to: 'Kursaal' };

const PRICES = {
  currency: 'EUR',
  categories: [{ category: 'stalls', amount: 4_500 }],
  ticketTypes: [
    { key: 'adult', name: 'Adult', percent: 10_000, prices: [], proof: false },
    { key: 'child', name: 'Child', percent: 5_000, prices: [], proof: true },
  ],
  fees: [{ key: 'service', name: 'Service', per: 'seat', kind: 'fixed', value: 150 }],
  tax: { name: 'VAT', percent: 700, included: true },
};

describe('ShowHistory', () => {
  let fixture: ComponentFixture<ShowHistory>;
  let visitor: Visitor;
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    http = TestBed.inject(HttpTestingController);
    visitor = new Visitor(document, http);
    fixture = TestBed.createComponent(ShowHistory);
  });

  afterEach(() => fixture.destroy());

  const STALLS = { key: 'stalls', name: 'Stalls', color: '#1976d2' };
  const open = (version: number, timeZone = 'Pacific/Kiritimati'): void => {
    fixture.componentRef.setInput('categories', [STALLS]);
    fixture.componentRef.setInput('show', { id: 's1', timeZone, version } as AdminShowResponse);
    TestBed.tick();
  };
  const entries = (): readonly string[] =>
    [...fixture.nativeElement.querySelectorAll('li')].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());

  it('tells who changed what, from what to what, and when by the clocks of the venue, folded at first', async () => {
    open(3);
    const start = { from: '2099-03-01T19:30:00.000Z', to: '2099-03-02T19:30:00.000Z' };
    const changes: AdminShowChangeResponse[] = [
      MOVED,
      { ...MOVED, field: 'startTime', ...start },
      { ...MOVED, by: null, field: 'limitPerCustomer', from: '4', to: null },
      { ...MOVED, field: 'noLoneSeat', from: 'false', to: 'true' },
      { ...MOVED, field: 'prices', from: null, to: JSON.stringify(PRICES) },
      { ...MOVED, field: 'prices', from: JSON.stringify(PRICES), to: JSON.stringify({ ...PRICES, tax: null }) },
    ];
    await visitor.answer(CHANGES, { changes });
    await visitor.sees('What was changed');
    expect(fixture.nativeElement.querySelector('details').open).toBe(false);
    const [venue, time, limit, rule, prices, taxGone] = entries();
    // 14 hours ahead of UTC.
    expect(venue).toMatch(
      /^Venue: was nothing, now Kursaal.*2 Nov.*, 13:30 \(Line Islands Time\) by Ada, ada@example.org$/,
    );
    expect(time).toMatch(/^Date and time: was .*2 March 2099 at 09:30.*, now .*3 March 2099 at 09:30/);
    expect(prices).toMatch(
      /^Prices: was Free of charge, now Stalls €45.00 Adult \(100 %\), Child \(50 %, with proof\) Service €1.50 a seat VAT 7 %, included/,
    );
    expect(taxGone).toMatch(/^Prices: was VAT 7 %, included, now nothing/);
    expect(rule).toMatch(/^No lone seat: was no, now yes/);
    expect(limit).toMatch(/^Seats for one customer: was 4, now nothing.* by somebody who is no longer known$/);
  });

  it('asks for nothing and shows nothing of a show as it was made', async () => {
    open(0);
    http.expectNone({ method: 'GET' });
    expect(visitor.text().trim()).toBe('');
  });

  it('shows nothing where an edit changed nothing', async () => {
    open(1);
    await visitor.answer(CHANGES, { changes: [] });
    await fixture.whenStable();
    expect(fixture.nativeElement.textContent.trim()).toBe('');
  });

  it('reads anew when the show was edited again, and not for anything else', async () => {
    open(1);
    await visitor.answer(CHANGES, { changes: [MOVED] });
    await visitor.sees('Kursaal');
    open(1, 'Europe/Berlin');
    http.expectNone({ method: 'GET' });
    expect(entries()[0]).toContain('2 Nov');
    open(2);
    await visitor.answer(CHANGES, { changes: [{ ...MOVED, to: 'Garden' }] });
    await visitor.sees('Garden');
  });

  it('says that the changes did not come, and asks again on demand', async () => {
    open(1);
    await visitor.refuse(CHANGES, { status: 503, code: 'storage-unavailable' });
    await visitor.sees('could not be fetched');
    await visitor.press('Try again');
    await visitor.answer(CHANGES, { changes: [MOVED] });
    await visitor.sees('Kursaal');
    expect(visitor.text()).not.toContain('could not be fetched');
  });
});
