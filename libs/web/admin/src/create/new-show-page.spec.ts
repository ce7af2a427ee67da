import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { visitorZone } from '@modex/web-ui';
import { Visitor } from '@modex/web-ui/testing';
import { AdminNews } from '../frame/admin-news';
import { NewShowPage } from './new-show-page';

const START = '2099-03-01T19:30';
const LAYOUT = {
  totalSeats: 5,
  rows: [
    { rowNumber: 'A', seats: 3 },
    { rowNumber: 'B', seats: 2 },
  ],
};

describe('NewShowPage', () => {
  let fixture: ComponentFixture<NewShowPage>;
  let visitor: Visitor;
  let http: HttpTestingController;
  const navigate = jest.fn<Promise<boolean>, [readonly string[], object?]>();

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([]), AdminNews],
    });
    http = TestBed.inject(HttpTestingController);
    visitor = new Visitor(document, http);
    navigate.mockReset().mockResolvedValue(true);
    jest.spyOn(TestBed.inject(Router), 'navigate').mockImplementation(navigate);
    fixture = TestBed.createComponent(NewShowPage);
    TestBed.tick();
  });

  const left = async (): Promise<void> => {
    while (navigate.mock.calls.length === 0) await new Promise((due) => setTimeout(due, 5));
  };
  const write = async (): Promise<void> => {
    await visitor.fill('Title', ' Ondine ');
    await visitor.fill('Date and time', START);
  };

  it('previews the plan that the API would lay out', async () => {
    const { request } = await visitor.answer('GET /api/admin/shows/layout', LAYOUT);
    expect(request.params.keys().sort()).toEqual(['rows', 'seatsPerRow']);
    await visitor.sees('Rows A to B, 3 seats each; the last row has 2');
    expect(fixture.nativeElement.querySelector('[role=grid]').getAttribute('aria-label')).toContain('5 seats.');
  });

  it('asks for a preview by the number of seats, and for none while that is no valid number', async () => {
    await visitor.answer('GET /api/admin/shows/layout', LAYOUT);
    await visitor.check('Seats in all The rows are laid out for you.');
    await visitor.fill('Seats in all', '100001');
    await visitor.fill('Seats in all', '77');
    const layout = { ...LAYOUT, totalSeats: 77 };
    // On a slow machine the number before was asked for too.
    const { request } = await visitor.answer('GET /api/admin/shows/layout?totalSeats=77', layout);
    expect(request.params.keys()).toEqual(['totalSeats']);
  });

  it('says what is wrong with a number instead of showing the plan before', async () => {
    await visitor.answer('GET /api/admin/shows/layout', LAYOUT);
    await visitor.sees('Rows A to B, 3 seats each');
    await visitor.fill('Rows', '0');
    await visitor.sees('There is no plan for these numbers. A whole number of rows, from 1 to 2,000.');
    expect(visitor.text()).not.toContain('Rows A to B');
    expect(fixture.nativeElement.querySelector('mx-seat-map').closest('[aria-hidden=true]')).not.toBeNull();
    await visitor.fill('Rows', '2000');
    await visitor.fill('Seats in each row', '51');
    await visitor.sees('There is no plan for these numbers. A show has at most 100,000 seats.');
    await visitor.fill('Rows', '2');
    await visitor.answer('GET /api/admin/shows/layout', LAYOUT);
    await visitor.seesNoMore('There is no plan for these numbers.');
  });

  it('sends the time of the venue as a moment with its zone, and no empty words', async () => {
    await write();
    await visitor.press('Create and publish');
    const { request } = await visitor.sent('POST /api/admin/shows');
    expect(request.body).toEqual({
      title: 'Ondine',
      startTime: new Date(START).toISOString(),
      timeZone: visitorZone(),
      rows: 12,
      seatsPerRow: 16,
      publish: true,
    });
  });

  it('means the time by the clocks of the venue, and sends length, limit and rule', async () => {
    await write();
    await visitor.fill('Time zone of the venue', 'Asia/Tokyo');
    await visitor.fill('Length in minutes optional', '150');
    await visitor.fill('Seats for one customer optional', '4');
    await visitor.check('No lone seat Who chooses seats leaves no single one free beside them.');
    await visitor.press('Create and publish');
    const { request } = await visitor.sent('POST /api/admin/shows');
    expect(request.body).toMatchObject({
      startTime: '2099-03-01T10:30:00.000Z',
      timeZone: 'Asia/Tokyo',
      durationMinutes: 150,
      limitPerCustomer: 4,
      noLoneSeat: true,
    });
  });

  it('does not send a time that the clocks of the venue jump over', async () => {
    await write();
    await visitor.fill('Time zone of the venue', 'Europe/Berlin');
    await visitor.fill('Date and time', '2099-03-29T02:30');
    await visitor.press('Create and publish');
    await visitor.sees('The clocks of the venue jump over this time that night.');
    http.expectNone('/api/admin/shows');
  });

  it('saves a draft unpublished and goes to its page', async () => {
    await visitor.answer('GET /api/admin/shows/layout', LAYOUT);
    await write();
    await visitor.press('Save as draft');
    const { request } = await visitor.answer('POST /api/admin/shows', { id: 's1', status: 'DRAFT', totalSeats: 192 });
    expect(request.body).toHaveProperty('publish', false);
    await left();
    expect(navigate.mock.calls[0]?.[0]).toEqual(['/admin/shows', 's1']);
    expect(TestBed.inject(AdminNews).take()).toBe('Saved as a draft. 192 seats are laid out.');
  });

  it('says how it stands while the seats are laid out, and creates the show once', async () => {
    await write();
    await visitor.press('Create and publish');
    await visitor.sees('Laying out 192 seats.');
    const form: HTMLFormElement = fixture.nativeElement.querySelector('form');
    form.requestSubmit();
    expect(visitor.canPress('Save as draft')).toBe(false);
    expect(http.match({ method: 'POST' })).toHaveLength(1);
  });

  it('puts a field error of the API beside its field', async () => {
    await write();
    await visitor.press('Create and publish');
    const fields = [{ field: 'startTime', message: 'must be in the future' }];
    await visitor.refuse('POST /api/admin/shows', { status: 400, code: 'validation-failed', fields });
    await visitor.sees('Must be in the future.');
    expect(await visitor.besides('Date and time')).toContain('Must be in the future.');
    expect(document.activeElement).toBe(await visitor.control('Date and time'));
    expect(navigate).not.toHaveBeenCalled();
  });

  it('does not send a time that has passed or a plan that is too large', async () => {
    await write();
    await visitor.fill('Date and time', '2020-01-01T19:30');
    await visitor.fill('Rows', '1000');
    await visitor.fill('Seats in each row', '500');
    await visitor.press('Create and publish');
    await visitor.sees('This time has passed.');
    expect(await visitor.besides('Seats in each row')).toBe('A show has at most 100,000 seats.');
    http.expectNone('/api/admin/shows');
  });

  it('asks again with the same key when the answer was lost, and says that it is never made twice', async () => {
    await write();
    await visitor.press('Create and publish');
    const keys = new Set<string | null>();
    for (let attempt = 0; attempt < 4; attempt++) {
      const lost = await visitor.sent('POST /api/admin/shows');
      keys.add(lost.request.headers.get('Idempotency-Key'));
      lost.error(new ProgressEvent('error'));
    }
    await visitor.sees('Press again: it is never made twice.');
    await visitor.press('Create and publish');
    const { request } = await visitor.answer('POST /api/admin/shows', { id: 's1', status: 'ON_SALE', totalSeats: 192 });
    keys.add(request.headers.get('Idempotency-Key'));
    expect([...keys]).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/)]);
    await left();
    expect(navigate.mock.calls[0]?.[0]).toEqual(['/admin/shows', 's1']);
  });

  it('says that there is a show already when the form was changed after a lost answer', async () => {
    await write();
    await visitor.press('Create and publish');
    await visitor.refuse('POST /api/admin/shows', { status: 422, code: 'idempotency-key-reused' });
    await visitor.sees('Your show was made as you sent it first');
  });
});
