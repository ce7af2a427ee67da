import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { Visitor } from '@modex/web-ui';
import { OfficeNews } from '../frame/office-news';
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
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([]), OfficeNews],
    });
    http = TestBed.inject(HttpTestingController);
    visitor = new Visitor(document, http);
    navigate.mockReset().mockResolvedValue(true);
    jest.spyOn(TestBed.inject(Router), 'navigate').mockImplementation(navigate);
    fixture = TestBed.createComponent(NewShowPage);
    TestBed.tick();
  });

  const write = async (): Promise<void> => {
    await visitor.fill('Title', ' Ondine ');
    await visitor.fill('Date and time', START);
  };

  it('previews the house that the API would lay out', async () => {
    const { request } = await visitor.answer('GET /api/admin/shows/layout', LAYOUT);
    expect(request.params.keys().sort()).toEqual(['rows', 'seatsPerRow']);
    await visitor.sees('Rows A to B, 3 seats each; the last row has 2');
    expect(fixture.nativeElement.querySelector('svg[role=img]').getAttribute('aria-label')).toContain('5 seats.');
  });

  it('asks for a preview by the number of seats, and for none while that is no house', async () => {
    await visitor.answer('GET /api/admin/shows/layout', LAYOUT);
    await visitor.check('Seats in all The rows are laid out for you.');
    await visitor.fill('Seats in all', '100001');
    await visitor.fill('Seats in all', '77');
    const { request } = await visitor.answer('GET /api/admin/shows/layout', { ...LAYOUT, totalSeats: 77 });
    expect(request.params.get('totalSeats')).toBe('77');
    expect(request.params.keys()).toEqual(['totalSeats']);
  });

  it('says why a number makes no house instead of showing the one before', async () => {
    await visitor.answer('GET /api/admin/shows/layout', LAYOUT);
    await visitor.sees('Rows A to B, 3 seats each');
    await visitor.fill('Rows', '0');
    await visitor.sees('There is no such house. A whole number of rows, from 1 to 2,000.');
    expect(visitor.text()).not.toContain('Rows A to B');
    expect(fixture.nativeElement.querySelector('mx-house-plan').closest('[aria-hidden=true]')).not.toBeNull();
    await visitor.fill('Rows', '2000');
    await visitor.fill('Seats in each row', '51');
    await visitor.sees('There is no such house. A house has at most 100,000 seats.');
    await visitor.fill('Rows', '2');
    await visitor.answer('GET /api/admin/shows/layout', LAYOUT);
    await visitor.seesNoMore('There is no such house.');
  });

  it('sends the local time as a moment with its zone, and no empty words', async () => {
    await write();
    await visitor.press('Create and publish');
    const { request } = await visitor.sent('POST /api/admin/shows');
    expect(request.body).toEqual({
      title: 'Ondine',
      startTime: new Date(START).toISOString(),
      rows: 12,
      seatsPerRow: 16,
      publish: true,
    });
  });

  it('saves a draft unpublished and goes to its page', async () => {
    await visitor.answer('GET /api/admin/shows/layout', LAYOUT);
    await write();
    await visitor.press('Save as draft');
    const { request } = await visitor.answer('POST /api/admin/shows', { id: 's1', status: 'DRAFT', totalSeats: 192 });
    expect(request.body).toHaveProperty('publish', false);
    await fixture.whenStable();
    expect(navigate.mock.calls[0]?.[0]).toEqual(['/admin/shows', 's1']);
    expect(TestBed.inject(OfficeNews).take()).toBe('Saved as a draft. 192 seats are laid out.');
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

  it('does not send a time that has passed or a house that is too large', async () => {
    await write();
    await visitor.fill('Date and time', '2020-01-01T19:30');
    await visitor.fill('Rows', '1000');
    await visitor.fill('Seats in each row', '500');
    await visitor.press('Create and publish');
    await visitor.sees('This time has passed.');
    expect(await visitor.besides('Seats in each row')).toBe('A house has at most 100,000 seats.');
    http.expectNone('/api/admin/shows');
  });

  it('warns of a second show when the answer was lost', async () => {
    await write();
    await visitor.press('Create and publish');
    (await visitor.sent('POST /api/admin/shows')).error(new ProgressEvent('error'));
    await visitor.sees('The show may have been created: look among the shows first.');
  });
});
