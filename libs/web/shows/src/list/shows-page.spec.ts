import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, TestRequest } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { ShowResponse } from '@modex/web-api-client';
import { ShowsPage } from './shows-page';

function show(title: string, freeSeats = 5): ShowResponse {
  return {
    id: title,
    title,
    startTime: '2026-12-12T19:30:00.000Z',
    timeZone: 'Europe/Berlin',
    saleOpensAt: null,
    saleClosesAt: null,
    salePhase: 'OPEN',
    durationMinutes: null,
    started: false,
    venue: 'Kursaal',
    description: null,
    status: 'ON_SALE',
    bookable: true,
    seatsPerRow: 10,
    seatPrefix: '0123456789abcdef',
    totalSeats: 10,
    freeSeats,
    limitPerCustomer: null,
    noLoneSeat: false,
    giveBackHours: 0,
    prices: null,
    planId: 'plain-6-3',
    planVersion: 1,
    cancelReason: null,
  };
}

describe('ShowsPage', () => {
  let fixture: ComponentFixture<ShowsPage>;
  let http: HttpTestingController;
  let root: HTMLElement;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(ShowsPage);
    root = fixture.nativeElement;
    TestBed.tick();
  });

  /** Lets every promise that is due run, then the rendering that follows from it. */
  const settled = async (): Promise<void> => {
    await new Promise((due) => setTimeout(due));
    await fixture.whenStable();
  };
  const asked = (): TestRequest => http.expectOne((request) => request.url === '/api/shows');
  const answer = async (items: readonly ShowResponse[], nextCursor: string | null = null): Promise<void> => {
    asked().flush({ items, nextCursor });
    await settled();
  };
  const titles = (): (string | undefined)[] =>
    [...root.querySelectorAll('h2')].map((title) => title.textContent?.trim());
  const press = (label: string): void => {
    const found = [...root.querySelectorAll('button')].find((button) => button.textContent?.trim() === label);
    if (!found) throw new Error(`No button "${label}"`);
    found.click();
  };

  it('shows placeholders while the shows are on their way', async () => {
    expect(root.querySelectorAll('mx-skeleton').length).toBeGreaterThan(0);
    expect(root.querySelector('[role=status]')?.textContent).toContain('Looking for shows');
    await answer([show('Ondine')]);
    expect(root.querySelectorAll('mx-skeleton')).toHaveLength(0);
  });

  it('says when the sale of a show opens, in its zone, and that it has closed, instead of free seats', async () => {
    const later = { saleOpensAt: '2026-12-05T09:00:00.000Z', salePhase: 'NOT_OPEN' } as const;
    await answer([
      { ...show('Ondine'), ...later },
      { ...show('Salt'), salePhase: 'CLOSED' },
    ]);
    const [first, second] = [...root.querySelectorAll('mx-show-card')].map((card) => card.textContent);
    expect(first).toContain('Sale opens Sat 5 Dec');
    expect(first).toContain('10:00');
    expect(second).toContain('The sale has closed');
    expect(`${first}${second}`).not.toContain('seats free');
  });

  it('shows each show with its free seats, and marks the sold-out ones', async () => {
    await answer([show('Ondine'), show('Salt', 0)]);
    expect(titles()).toEqual(['Ondine', 'Salt']);
    const [first, second] = [...root.querySelectorAll('mx-show-card')].map((card) => card.textContent);
    expect(first).toContain('5 seats free');
    expect(second).toContain('Sold out');
  });

  it('appends the next page', async () => {
    await answer([show('Ondine')], 'next');
    press('More shows');
    const call = asked();
    expect(call.request.params.get('cursor')).toBe('next');
    call.flush({ items: [show('Salt')], nextCursor: null });
    await settled();
    expect(titles()).toEqual(['Ondine', 'Salt']);
    expect(() => press('More shows')).toThrow('No button');
  });

  it('says so when nothing is on, and when nothing matches', async () => {
    await answer([]);
    expect(titles()).toEqual(['The stage is dark tonight']);
    fixture.componentRef.setInput('q', 'zzz');
    TestBed.tick();
    const call = asked();
    expect(call.request.params.get('q')).toBe('zzz');
    call.flush({ items: [], nextCursor: null });
    await settled();
    expect(titles()).toEqual(['No show matches']);
  });

  it('keeps the shows of the search before in view until the next answer', async () => {
    await answer([show('Ondine')]);
    fixture.componentRef.setInput('q', 'salt');
    TestBed.tick();
    expect(titles()).toEqual(['Ondine']);
    await answer([show('Salt')]);
    expect(titles()).toEqual(['Salt']);
    fixture.componentRef.setInput('q', 'zzz');
    TestBed.tick();
    await answer([]);
    expect(titles()).toEqual(['No show matches']);
  });

  it('drops the late answer to an earlier search', async () => {
    const early = asked();
    fixture.componentRef.setInput('q', 'salt');
    TestBed.tick();
    const late = asked();
    late.flush({ items: [show('Salt')], nextCursor: null });
    early.flush({ items: [show('Ondine')], nextCursor: null });
    await settled();
    expect(titles()).toEqual(['Salt']);
  });

  it('says what went wrong and asks again on demand', async () => {
    asked().flush({ code: 'storage-unavailable' }, { status: 503, statusText: 'Away' });
    await settled();
    expect(root.querySelector('[role=alert]')?.textContent).toContain('The box office is away for a moment');
    press('Try again');
    await answer([show('Ondine')]);
    expect(titles()).toEqual(['Ondine']);
  });

  it('says what a seat costs at least, or that it is free of charge', async () => {
    const costing = (title: string, ...amounts: readonly number[]): ShowResponse => ({
      ...show(title),
      prices: {
        ...{ currency: 'EUR', ticketTypes: [], fees: [], tax: null },
        categories: amounts.map((amount, at) => ({ category: `${at}`, amount })),
      },
    });
    await answer([show('Open Air'), costing('Ondine', 4_500, 1_200), costing('Salt', 900), costing('Nothing', 0)]);
    const prices = [...root.querySelectorAll('.price')].map((price) => price.textContent?.trim());
    expect(prices).toEqual(['free of charge', 'from €12.00', '€9.00', 'free of charge']);
  });
});
