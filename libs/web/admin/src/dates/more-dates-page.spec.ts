import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Visitor } from '@modex/web-ui/testing';
import { MoreDatesPage } from './more-dates-page';

const SHOW = {
  id: 's1',
  title: 'Ondine',
  startTime: '2099-03-06T18:30:00.000Z',
  timeZone: 'Europe/Berlin',
  saleOpensAt: null,
  saleClosesAt: '2099-03-06T17:30:00.000Z',
  durationMinutes: 90,
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
  totalSeats: 6,
  seatsPerRow: 3,
  prices: null,
};
const POST = 'POST /api/admin/shows';

describe('MoreDatesPage', () => {
  let fixture: ComponentFixture<MoreDatesPage>;
  let visitor: Visitor;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    visitor = new Visitor(document, TestBed.inject(HttpTestingController));
    fixture = TestBed.createComponent(MoreDatesPage);
    fixture.componentRef.setInput('showId', 's1');
    TestBed.tick();
    await visitor.answer('GET /api/admin/shows/s1', SHOW);
    await visitor.sees('None yet.');
  });

  afterEach(() => fixture.destroy());

  const plan = async (first: string, until: string): Promise<void> => {
    await visitor.fill('Date and time', first);
    await visitor.fill('Again', 'week');
    await visitor.fill('Until', until);
    await visitor.press('Add to the list');
  };
  const times = (): readonly (string | undefined)[] =>
    [...fixture.nativeElement.querySelectorAll('li .when')].map((when) => when.textContent.trim());

  it('makes one show of each date, with a key of its own and all that the show says', async () => {
    await plan('2099-03-20T19:30', '2099-04-03');
    await visitor.sees('3 April 2099');
    await visitor.press('Create 3 shows');
    const first = await visitor.answer(POST, { ...SHOW, id: 'n1' });
    const { title, venue, durationMinutes, timeZone } = SHOW;
    expect(first.request.body).toEqual({
      ...{ title, venue, durationMinutes, timeZone, rows: 2, seatsPerRow: 3, publish: true },
      ...{ startTime: '2099-03-20T18:30:00.000Z', saleClosesAt: '2099-03-20T17:30:00.000Z' },
    });
    await visitor.sees('1 of 3 shows are made.');
    const others = [
      await visitor.answer(POST, { ...SHOW, id: 'n2' }),
      await visitor.answer(POST, { ...SHOW, id: 'n3' }),
    ];
    expect(others[1]?.request.body.startTime).toBe('2099-04-03T17:30:00.000Z');
    const keys = [first, ...others].map(({ request }) => request.headers.get('Idempotency-Key'));
    expect(new Set(keys).size).toBe(3);
    await visitor.sees('3 of 3 shows are made.');
    expect(visitor.canPress('Create 0 shows')).toBe(false);
    expect(fixture.nativeElement.querySelector('li a').getAttribute('href')).toBe('/admin/shows/n1');
  });

  it('goes on after a refusal, and tries what failed again with its first key', async () => {
    await plan('2099-03-20T19:30', '2099-03-27');
    await visitor.press('Create 2 shows');
    const fields = [{ field: 'saleOpensAt', message: 'must be before the sale closes' }];
    const problem = { code: 'validation-failed', fields };
    const refused = await visitor.sent(POST);
    refused.flush(problem, { status: 400, statusText: 'Bad Request' });
    await visitor.answer(POST, { ...SHOW, id: 'n2' });
    await visitor.sees('must be before the sale closes');
    await visitor.press('Try 1 show again');
    const { request } = await visitor.answer(POST, { ...SHOW, id: 'n1' });
    expect(request.headers.get('Idempotency-Key')).toBe(refused.request.headers.get('Idempotency-Key'));
    await visitor.sees('2 of 2 shows are made.');
    await visitor.seesNoMore('Some dates could not be made');
  });

  it('stops where the admin may not, and leaves the others for the next attempt', async () => {
    await plan('2099-03-20T19:30', '2099-04-03');
    await visitor.press('Create 3 shows');
    await visitor.refuse(POST, { status: 403, code: 'forbidden' });
    await visitor.sees('Some dates could not be made');
    await visitor.press('Try 3 shows again');
    await visitor.sent(POST);
  });

  it('refuses the one date that the clocks jump over, by itself', async () => {
    await plan('2099-03-22T02:30', '2099-04-05');
    await visitor.sees('The clocks of the venue jump over this time that night.');
    expect(times()).toHaveLength(3);
    await visitor.press('Try 2 shows again');
    expect((await visitor.sent(POST)).request.body.startTime).toBe('2099-03-22T01:30:00.000Z');
  });

  it('plans no date twice, and none that has passed or lies behind the last day', async () => {
    await plan('2099-03-20T19:30', '2099-03-27');
    await visitor.press('Add to the list');
    await visitor.fill('Until', '2099-03-01');
    await visitor.press('Add to the list');
    await visitor.sees('This day is before the first date.');
    await visitor.fill('Date and time', '2020-03-01T10:00');
    await visitor.press('Add to the list');
    await visitor.sees('This time has passed.');
    expect(times()).toHaveLength(2);
  });
});
