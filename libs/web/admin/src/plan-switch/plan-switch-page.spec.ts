import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { PlanSwitchPreviewResponse } from '@modex/web-api-client';
import { Visitor } from '@modex/web-ui/testing';
import { AdminNews } from '../frame/admin-news';
import { PlanSwitchPage } from './plan-switch-page';

const PRICES = {
  currency: 'EUR',
  categories: [{ category: 'front', amount: 4_500 }],
  ticketTypes: [],
  fees: [],
  tax: null,
};
const SHOW = { id: 's1', title: 'Ondine', status: 'ON_SALE', planId: 'p1', planVersion: 1, prices: PRICES, version: 3 };
const PREVIEW: PlanSwitchPreviewResponse = {
  ...{ seatsBefore: 480, seatsAfter: 496, added: 20, vanishing: 4, renamed: 1, recategorised: 0 },
  ...{ inTheWay: 0, seats: [], needsPrices: false },
};
const IN_THE_WAY = [
  { seatId: 'a', name: 'Row C, seat 7', becomes: null, status: 'BOOKED' as const },
  { seatId: 'b', name: 'Row C, seat 8', becomes: 'Row C, seat 7', status: 'HELD' as const },
];
const POST = 'POST /api/admin/shows/s1/plan';

describe('PlanSwitchPage', () => {
  let fixture: ComponentFixture<PlanSwitchPage>;
  let visitor: Visitor;
  const navigate = jest.fn<Promise<boolean>, [readonly string[], object?]>();

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([]), AdminNews],
    });
    visitor = new Visitor(document, TestBed.inject(HttpTestingController));
    navigate.mockReset().mockResolvedValue(true);
    jest.spyOn(TestBed.inject(Router), 'navigate').mockImplementation(navigate);
    fixture = TestBed.createComponent(PlanSwitchPage);
    fixture.componentRef.setInput('showId', 's1');
    TestBed.tick();
  });
  afterEach(() => fixture.destroy());

  const open = async (versions: readonly number[], show: object = {}): Promise<void> => {
    await visitor.answer('GET /api/admin/shows/s1', { ...SHOW, ...show });
    await visitor.answer('GET /api/admin/plans/p1', { versions: versions.map((version) => ({ version })) });
  };
  const preview = (changes: Partial<PlanSwitchPreviewResponse> = {}, version = 2) =>
    visitor.answer(`GET /api/admin/shows/s1/plan?planVersion=${version}`, { ...PREVIEW, ...changes });

  it('tells what becomes of the seats, and switches to the version', async () => {
    await open([1, 2]);
    await preview();
    for (const words of ['480 seats become 496', '20 seats are new', '4 seats vanish', '1 seat gets another name']) {
      await visitor.sees(words);
    }
    await visitor.press('Switch to version 2');
    const { request } = await visitor.answer(POST, SHOW);
    expect(request.body).toEqual({ planVersion: 2, version: 3 });
    while (navigate.mock.calls.length === 0) await new Promise((due) => setTimeout(due, 5));
    expect(navigate.mock.calls[0]?.[0]).toEqual(['/admin/shows', 's1']);
    expect(TestBed.inject(AdminNews).take()).toContain('version 2');
  });

  it('lists what is in the way, and switches nothing before that is gone', async () => {
    await open([1, 2]);
    await preview({ inTheWay: 3, seats: IN_THE_WAY });
    await visitor.sees('Row C, seat 7: would vanish · sold');
    await visitor.sees('Row C, seat 8: would become Row C, seat 7 · held');
    await visitor.sees('And 1 more.');
    expect(document.querySelector('button[type=submit]')?.getAttribute('aria-disabled')).toBe('true');
  });

  it('reads anew what is in the way when somebody was faster', async () => {
    await open([1, 2]);
    await preview();
    await visitor.press('Switch to version 2');
    await visitor.refuse(POST, { status: 409, code: 'seat-taken' });
    await preview({ inTheWay: 1, seats: IN_THE_WAY.slice(0, 1) });
    await visitor.sees('Somebody has seats that this version changes');
    await visitor.sees('Row C, seat 7: would vanish · sold');
  });

  it('asks for prices where the version has other categories, and sends them', async () => {
    await open([1, 2]);
    await preview({ needsPrices: true });
    const categories = ['front', 'back'].map((key) => ({ key, name: key, color: '#1976d2' }));
    await visitor.answer('GET /api/plans/p1/versions/2/layout', { categories });
    await visitor.sees('This version has other categories.');
    await visitor.fill('back', '30');
    await visitor.press('Switch to version 2');
    const { request } = await visitor.answer(POST, SHOW);
    expect(request.body).toMatchObject({
      prices: {
        categories: [
          { category: 'front', amount: 4_500 },
          { category: 'back', amount: 3_000 },
        ],
      },
    });
  });

  it('offers each later version, the latest first', async () => {
    await open([1, 2, 3]);
    await preview({}, 3);
    await visitor.sees('Switch to version 3');
    const chooser = document.querySelector('select') as HTMLSelectElement;
    chooser.value = '2';
    chooser.dispatchEvent(new Event('input'));
    await preview({}, 2);
    await visitor.sees('Switch to version 2');
  });

  it('says that there is no later version', async () => {
    await open([1]);
    await visitor.sees('The show is in the latest version of its plan, number 1.');
  });

  it('says that a plain plan has no other version', async () => {
    await visitor.answer('GET /api/admin/shows/s1', { ...SHOW, planId: 'plain-6-3' });
    await visitor.sees('This show has no drawn plan');
  });
});
