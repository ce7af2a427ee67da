import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { AdminShowResponse } from '@modex/web-api-client';
import { Visitor } from '@modex/web-ui/testing';
import { AdminNews } from '../frame/admin-news';
import { EditShowPage } from './edit-show-page';

const SHOW = {
  id: 's1',
  title: 'Ondine',
  startTime: '2099-03-01T18:30:00.000Z',
  timeZone: 'Europe/Berlin',
  saleOpensAt: null,
  saleClosesAt: null,
  salePhase: 'OPEN',
  durationMinutes: null,
  limitPerCustomer: null,
  noLoneSeat: false,
  giveBackHours: 0,
  venue: 'Foyer',
  description: null,
  houseRules: null,
  gettingThere: null,
  status: 'ON_SALE',
  planId: 'plain-6-3',
  planVersion: 1,
  prices: null,
  version: 3,
} as AdminShowResponse;

describe('EditShowPage', () => {
  let fixture: ComponentFixture<EditShowPage>;
  let visitor: Visitor;
  let http: HttpTestingController;
  const navigate = jest.fn<Promise<boolean>, [readonly string[], object?]>();

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([]), AdminNews],
    });
    http = TestBed.inject(HttpTestingController);
    visitor = new Visitor(document, http);
    navigate.mockReset().mockResolvedValue(true);
    jest.spyOn(TestBed.inject(Router), 'navigate').mockImplementation(navigate);
    fixture = TestBed.createComponent(EditShowPage);
    fixture.componentRef.setInput('showId', 's1');
    TestBed.tick();
    await visitor.answer('GET /api/admin/shows/s1', SHOW);
    await visitor.sees('Whoever has booked already sees what you change');
  });

  afterEach(() => fixture.destroy());

  const left = async (): Promise<void> => {
    while (navigate.mock.calls.length === 0) await new Promise((due) => setTimeout(due, 5));
  };
  const PATCH = 'PATCH /api/admin/shows/s1';
  const value = async (label: string): Promise<string> => (await visitor.control(label)).value;

  it('shows the time by the clocks of the venue, and sends what was changed and nothing else', async () => {
    expect(await value('Date and time')).toBe('2099-03-01T19:30');
    await visitor.fill('Date and time', '2099-03-02T20:00');
    await visitor.fill('Venue optional', ' ');
    await visitor.press('Save');
    const { request } = await visitor.answer(PATCH, SHOW);
    expect(request.body).toEqual({ version: 3, startTime: '2099-03-02T19:00:00.000Z', venue: '' });
    await left();
    expect(navigate.mock.calls[0]?.[0]).toEqual(['/admin/shows', 's1']);
    expect(TestBed.inject(AdminNews).take()).toContain('The show is changed.');
  });

  it('sends the times of the sale as moments, and null for one that is emptied', async () => {
    await visitor.fill('Sale opens optional', '2099-02-01T10:00');
    await visitor.fill('Sale closes optional', '2099-03-01T19:31');
    await visitor.press('Save');
    await visitor.sees('The sale closes when the show starts, or earlier.');
    await visitor.fill('Sale closes optional', '2099-03-01T19:30');
    await visitor.press('Save');
    const { request } = await visitor.sent(PATCH);
    const [saleOpensAt, saleClosesAt] = ['2099-02-01T09:00:00.000Z', '2099-03-01T18:30:00.000Z'];
    expect(request.body).toEqual({ version: 3, saleOpensAt, saleClosesAt });
  });

  it('keeps what was written when another admin was faster, shows both, and saves over theirs on demand', async () => {
    await visitor.fill('Venue optional', 'Kursaal');
    await visitor.fill('Title', 'Undine');
    await visitor.press('Save');
    await visitor.refuse(PATCH, { status: 409, code: 'show-changed' });
    const theirs = { ...SHOW, venue: 'Garden', description: 'Water.', version: 4 };
    await visitor.answer('GET /api/admin/shows/s1', theirs);
    await visitor.sees('Somebody else changed this show meanwhile');
    await visitor.sees('Theirs: Garden');
    await visitor.sees('Yours: Kursaal');
    expect([await value('Venue optional'), await value('Title'), await value('Description optional')]).toEqual([
      'Kursaal',
      'Undine',
      'Water.',
    ]);
    await visitor.press('Save');
    const { request } = await visitor.sent(PATCH);
    expect(request.body).toEqual({ version: 4, title: 'Undine', venue: 'Kursaal' });
  });

  it('puts a field error of the API beside its field', async () => {
    await visitor.fill('Title', 'Undine');
    await visitor.press('Save');
    const fields = [{ field: 'title', message: 'has control characters' }];
    await visitor.refuse(PATCH, { status: 400, code: 'validation-failed', fields });
    await visitor.sees('Has control characters.');
    expect(await value('Title')).toBe('Undine');
  });

  it('says that the show has started meanwhile', async () => {
    await visitor.fill('Title', 'Undine');
    await visitor.press('Save');
    await visitor.refuse(PATCH, { status: 409, code: 'show-move-refused' });
    await visitor.sees('The show does not allow this now');
  });

  it('sends changed prices whole, and none that were only typed in another way', async () => {
    await visitor.check('Prices What each category, ticket type and fee costs.');
    await visitor.fill('All seats', '20');
    await visitor.press('Save');
    const { request } = await visitor.answer(PATCH, SHOW);
    const prices = { currency: 'EUR', ticketTypes: [], fees: [], tax: null };
    expect(request.body).toEqual({
      version: 3,
      prices: { ...prices, categories: [{ category: 'all', amount: 2_000 }] },
    });
  });

  it('shows the prices of two admins when both changed them', async () => {
    await visitor.check('Prices What each category, ticket type and fee costs.');
    await visitor.fill('All seats', '20');
    await visitor.press('Save');
    await visitor.refuse(PATCH, { status: 409, code: 'show-changed' });
    const prices = {
      currency: 'EUR',
      categories: [{ category: 'all', amount: 1_900 }],
      ticketTypes: [],
      fees: [],
      tax: null,
    };
    await visitor.answer('GET /api/admin/shows/s1', { ...SHOW, prices, version: 4 });
    await visitor.sees('Theirs: €19.00');
    await visitor.sees('Yours: €20.00');
    expect(await value('All seats')).toBe('20');
    await visitor.fill('All seats', '19,00');
    await visitor.press('Save');
    expect((await visitor.sent(PATCH)).request.body).toEqual({ version: 4 });
  });
});
