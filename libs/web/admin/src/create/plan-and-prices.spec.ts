import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { layoutOfPlain } from '@modex/domain';
import { Visitor } from '@modex/web-ui/testing';
import { AdminNews } from '../frame/admin-news';
import { NewShowPage } from './new-show-page';

describe('NewShowPage', () => {
  let fixture: ComponentFixture<NewShowPage>;
  let visitor: Visitor;
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([]), AdminNews],
    });
    http = TestBed.inject(HttpTestingController);
    visitor = new Visitor(document, http);
    fixture = TestBed.createComponent(NewShowPage);
    TestBed.tick();
  });

  const write = async (): Promise<void> => {
    await visitor.fill('Title', 'Ondine');
    await visitor.fill('Date and time', '2099-03-01T19:30');
  };

  it('begins as a copy of a show, with all but its times, and sends that', async () => {
    fixture.componentRef.setInput('from', 's1');
    const prices = {
      currency: 'EUR',
      categories: [{ category: 'all', amount: 1_250 }],
      ticketTypes: [],
      fees: [],
      tax: null,
    };
    await visitor.answer('GET /api/admin/shows/s1', {
      ...{ title: 'Salt', venue: 'Foyer', description: 'Sea.', timeZone: 'Asia/Tokyo', durationMinutes: 75, prices },
      ...{ startTime: '2099-01-01T10:00:00.000Z', saleOpensAt: '2098-01-01T10:00:00.000Z', saleClosesAt: null },
      ...{
        limitPerCustomer: 4,
        noLoneSeat: true,
        giveBackHours: null,
        planId: 'plain-57-10',
        totalSeats: 57,
        seatsPerRow: 10,
      },
    });
    await visitor.sees('Seats in all');
    expect((await visitor.control('Title')).value).toBe('Salt');
    expect((await visitor.control('Date and time')).value).toBe('');
    expect((await visitor.control('Sale opens optional')).value).toBe('');
    await visitor.fill('Date and time', '2099-03-01T19:30');
    await visitor.press('Create and publish');
    expect((await visitor.sent('POST /api/admin/shows')).request.body).toEqual({
      ...{ title: 'Salt', venue: 'Foyer', description: 'Sea.', timeZone: 'Asia/Tokyo', durationMinutes: 75, prices },
      ...{
        startTime: '2099-03-01T10:30:00.000Z',
        limitPerCustomer: 4,
        noLoneSeat: true,
        giveBackHours: null,
        totalSeats: 57,
        publish: true,
      },
    });
  });

  describe('with prices', () => {
    const example = (): string =>
      fixture.nativeElement.querySelector('mx-price-example').textContent.replace(/\s+/g, ' ');
    const price = async (): Promise<void> => {
      await visitor.check('Prices What each category, ticket type and fee costs.');
      await visitor.fill('All seats', '12,50');
      await visitor.press('Adult, Child, Reduced');
    };

    it('sends them as whole minor units, with keys that are made of names', async () => {
      await write();
      await price();
      await visitor.press('Add a fee');
      await visitor.fill('Name of the fee', 'Late booking');
      await visitor.fill('Amount', '1.5');
      await visitor.press('Make it the default: Reduced');
      TestBed.tick();
      await visitor.press('Remove Child');
      TestBed.tick();
      await visitor.press('Create and publish');
      const { request } = await visitor.sent('POST /api/admin/shows');
      expect(request.body.prices).toEqual({
        currency: 'EUR',
        categories: [{ category: 'all', amount: 1_250 }],
        ticketTypes: [
          { key: 'reduced', name: 'Reduced', percent: 7_000, prices: [], proof: true },
          { key: 'adult', name: 'Adult', percent: 10_000, prices: [], proof: false },
        ],
        fees: [{ key: 'late-booking', name: 'Late booking', per: 'seat', kind: 'fixed', value: 150 }],
        tax: null,
      });
    });

    it('computes an example while somebody types', async () => {
      await price();
      await visitor.sees('2 × Adult');
      expect(example()).toContain('Total€25.00');
      await visitor.check('There is a tax on tickets and fees');
      await visitor.sees('It is computed as soon as all prices are given.');
      await visitor.fill('Rate in percent', '7,7');
      await visitor.fill('In the prices', 'onTop');
      await visitor.sees('Total€26.92');
      expect(example()).toContain('VAT 7.7 %, on top: €1.92');
    });

    it('does not send an amount that is none, and tells it at its field', async () => {
      await write();
      await price();
      await visitor.fill('All seats', '12.345,6 EUR');
      await visitor.press('Create and publish');
      await visitor.sees('An amount such as 12.50, up to €10,000,000.00.');
      expect(document.activeElement).toBe(await visitor.control('All seats'));
      http.expectNone('/api/admin/shows');
    });

    it('puts a refusal of the API at the field of a price', async () => {
      await write();
      await price();
      await visitor.press('Create and publish');
      const fields = [{ field: 'prices.categories.0.amount', message: 'is too much' }];
      await visitor.refuse('POST /api/admin/shows', { status: 400, code: 'validation-failed', fields });
      await visitor.sees('Is too much.');
      expect(await visitor.besides('All seats')).toBe('Is too much.');
    });
  });

  describe('in a drawn plan', () => {
    const version = { version: 1, places: 2, publishedAt: '2026-11-01T10:00:00.000Z' };
    const plan = (planId: string, name: string, versions: readonly object[] = [version]) => {
      return { planId, name, venue: 'Kursaal', latestVersion: versions.length, versions };
    };
    const drawn = layoutOfPlain({ totalSeats: 2, seatsPerRow: 2 });
    const layout = {
      ...{ ...drawn, name: 'Hall' },
      categories: [
        { key: 'a', name: 'Stalls', color: '#1976d2' },
        { key: 'b', name: 'Circle', color: '#8e24aa' },
      ],
    };
    const choose = async (items: readonly object[]): Promise<void> => {
      await visitor.check('A drawn plan One that was published among the plans.');
      await visitor.answer('GET /api/admin/plans', { items, nextCursor: null });
    };
    const offers = (): readonly string[] =>
      [...fixture.nativeElement.querySelectorAll('mx-plan-choice option')].map(({ textContent }) => textContent.trim());

    it('offers those that were published, with older versions, and sends the one that was chosen', async () => {
      await write();
      const two = [version, { ...version, version: 2, places: 3 }];
      await choose([plan('p1', 'Hall', two), plan('p2', 'Never published', [])]);
      await visitor.sees('Choose a plan');
      expect(offers()).toEqual([
        'Choose a plan',
        'Hall · Kursaal · 3 places · version 2',
        'Hall · Kursaal · 2 places · version 1',
      ]);
      await visitor.fill('Plan', 'p1/1');
      await visitor.answer('GET /api/plans/p1/versions/1/layout', layout);
      await visitor.check('Prices What each category, ticket type and fee costs.');
      await visitor.fill('Stalls', '45');
      await visitor.fill('Circle', '30');
      await visitor.press('Create and publish');
      const { request } = await visitor.sent('POST /api/admin/shows');
      expect(request.body).toMatchObject({ planId: 'p1', planVersion: 1 });
      expect(request.body.prices.categories).toEqual([
        { category: 'a', amount: 4_500 },
        { category: 'b', amount: 3_000 },
      ]);
      expect(Object.keys(request.body)).not.toContain('rows');
    });

    it('asks for one before it is sent', async () => {
      await write();
      await choose([plan('p1', 'Hall')]);
      await visitor.press('Create and publish');
      await visitor.sees('Choose a plan.');
      http.expectNone('/api/admin/shows');
    });

    it('finds one of many by the beginnings of its words', async () => {
      await choose(Array.from({ length: 9 }, (_, at) => plan(`p${at}`, `Hall ${'abcdefghi'[at]}`)));
      await visitor.fill('Find a plan optional', 'kurs g');
      await visitor.sees('1 plan is offered.');
      expect(offers()).toEqual(['Choose a plan', 'Hall g · Kursaal · 2 places · version 1']);
    });

    it('says that none is published', async () => {
      await choose([]);
      await visitor.sees('No plan is published yet.');
    });
  });
});
