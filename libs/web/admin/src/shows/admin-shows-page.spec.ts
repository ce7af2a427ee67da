import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { AdminShowResponse } from '@modex/web-api-client';
import { Visitor } from '@modex/web-ui/testing';
import { AdminNews } from '../frame/admin-news';
import { AdminShowsPage } from './admin-shows-page';
import { SHOW_STATE_WORDS, showStateOf } from './show-state';

function show(title: string, changes: Partial<AdminShowResponse> = {}): AdminShowResponse {
  return {
    id: title,
    title,
    startTime: '2099-03-01T19:30:00.000Z',
    timeZone: 'Europe/Berlin',
    saleOpensAt: null,
    saleClosesAt: null,
    salePhase: 'OPEN',
    durationMinutes: null,
    started: false,
    venue: null,
    description: null,
    houseRules: null,
    gettingThere: null,
    status: 'ON_SALE',
    bookable: true,
    totalSeats: 1200,
    seatsPerRow: 10,
    seatPrefix: '0123456789abcdef',
    freeSeats: 1000,
    limitPerCustomer: null,
    noLoneSeat: false,
    giveBackHours: 0,
    prices: null,
    planId: 'plain-6-3',
    planVersion: 1,
    cancelReason: null,
    soldSeats: 200,
    heldSeats: 0,
    blockedSeats: 0,
    planName: null,
    version: 0,
    createdAt: '2026-11-01T10:00:00.000Z',
    ...changes,
  };
}

describe('AdminShowsPage', () => {
  let visitor: Visitor;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([]), AdminNews],
    });
    visitor = new Visitor(document, TestBed.inject(HttpTestingController));
    TestBed.createComponent(AdminShowsPage);
    TestBed.tick();
  });

  it('names the plan of each show that has a drawn one, and leads to it', async () => {
    const drawn = show('Ondine', { planId: 'p1', planVersion: 3, planName: 'Linden Theatre' });
    await visitor.answer('GET /api/admin/shows', { items: [drawn, show('Salt')], nextCursor: null });
    await visitor.sees('Linden Theatre, version 3');
    const links = [...document.querySelectorAll('mx-plan-link a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['/admin/plans/p1']);
  });

  it('shows how each show sells, page after page', async () => {
    await visitor.answer('GET /api/admin/shows', { items: [show('Ondine')], nextCursor: 'next' });
    await visitor.sees('200 sold');
    await visitor.sees('1,000 free of 1,200');
    await visitor.press('More shows');
    const { request } = await visitor.answer('GET /api/admin/shows', { items: [show('Salt')], nextCursor: null });
    expect(request.params.get('cursor')).toBe('next');
    await visitor.sees('Salt');
    expect(visitor.buttonNames()).toEqual(['New show', 'Ondine', 'Salt']);
  });

  it('keeps what it has when the next page does not come', async () => {
    await visitor.answer('GET /api/admin/shows', { items: [show('Ondine')], nextCursor: 'next' });
    await visitor.press('More shows');
    await visitor.refuse('GET /api/admin/shows', { status: 503, code: 'overloaded' });
    await visitor.sees('Very many people are here right now');
    expect(visitor.buttonNames()).toContain('Ondine');
    expect(visitor.buttonNames()).toContain('More shows');
  });
});

describe('showStateOf', () => {
  it.each([
    ['Draft', { status: 'DRAFT' }],
    ['On sale', {}],
    ['Sold out', { freeSeats: 0 }],
    ['Sale opens later', { salePhase: 'NOT_OPEN', freeSeats: 0 }],
    ['Sale closed', { salePhase: 'CLOSED' }],
    ['Over', { started: true, salePhase: 'CLOSED' }],
    ['Cancelled', { status: 'CANCELLED', salePhase: 'NOT_OPEN' }],
  ] as const)('calls it %s', (word, changes) => {
    expect(SHOW_STATE_WORDS[showStateOf(show('Ondine', changes))].word).toBe(word);
  });
});
