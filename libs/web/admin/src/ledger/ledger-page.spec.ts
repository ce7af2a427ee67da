import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { seatIdAt } from '@modex/domain';
import { SeatEventResponse, SeatStatus } from '@modex/web-api-client';
import { seatOf, Visitor } from '@modex/web-ui/testing';
import { LedgerPage } from './ledger-page';

const SHOW = {
  ...{ id: 's1', title: 'Ondine', status: 'ON_SALE', createdAt: '2026-11-01T10:00:00.000Z' },
  ...{ totalSeats: 2, seatsPerRow: 2, planId: 'plain-2-2', planVersion: 1, seatPrefix: '0123456789abcdef' },
};
const idOf = (number: number): string => seatIdAt(SHOW.seatPrefix, number - 1);
const ADA = { userId: 'ada', name: 'Ada', email: 'ada@example.org' };
const EVE = { userId: 'eve', name: 'Eve of the box office', email: 'eve@example.org' };
const EVENTS: readonly SeatEventResponse[] = [
  {
    at: '2026-11-20T10:00:00.000Z',
    kind: 'TRIED',
    bookingId: 'b1',
    until: null,
    customer: ADA,
    by: ADA,
    reason: null,
    words: null,
  },
  {
    at: '2026-11-20T11:00:00.000Z',
    kind: 'BOOKED',
    bookingId: 'b2',
    until: null,
    customer: ADA,
    by: ADA,
    reason: null,
    words: null,
  },
  {
    at: '2026-11-21T12:00:00.000Z',
    kind: 'CANCELLED',
    bookingId: 'b2',
    until: null,
    customer: ADA,
    by: null,
    reason: null,
    words: null,
  },
];

function seatsOf(...statuses: readonly SeatStatus[]) {
  return statuses.map((status, at) => seatOf('A', at + 1, { id: idOf(at + 1), status }));
}

describe('LedgerPage', () => {
  let fixture: ComponentFixture<LedgerPage>;
  let visitor: Visitor;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    visitor = new Visitor(document, TestBed.inject(HttpTestingController));
    fixture = TestBed.createComponent(LedgerPage);
    fixture.componentRef.setInput('showId', 's1');
    TestBed.tick();
  });

  afterEach(() => fixture.destroy());

  const find = <T extends Element>(selector: string): T => fixture.nativeElement.querySelector(selector);
  const open = async (): Promise<void> => {
    await visitor.answer('GET /api/admin/shows/s1', SHOW);
    await visitor.answer('GET /api/shows/s1/seats', {
      showId: 's1',
      version: '1',
      seats: seatsOf('BOOKED', 'AVAILABLE'),
    });
    const times = ['2026-11-21T12:00:00.000Z', '2026-11-20T10:00:00.000Z'];
    const bookings = times.map((createdAt) => ({ bookingId: createdAt, createdAt }));
    await visitor.answer('GET /api/admin/shows/s1/bookings', { items: bookings, nextCursor: null });
    await visitor.sees('1 sold, 1 free.');
  };
  const slider = (): HTMLInputElement => find('input[type=range]');
  const scrub = (step: number): void => {
    slider().value = `${step}`;
    slider().dispatchEvent(new Event('input'));
  };
  const answerMoment = async (...statuses: readonly SeatStatus[]): Promise<string | null> => {
    const { request } = await visitor.answer('GET /api/admin/shows/s1/seats/at', { seats: seatsOf(...statuses) });
    return request.params.get('time');
  };
  const pick = (label: string): void => {
    find(`[aria-label="${label}"]`).dispatchEvent(new MouseEvent('click', { bubbles: true }));
  };
  const answerHistory = async (number: number, events: readonly SeatEventResponse[]): Promise<void> => {
    const seat = seatOf('A', number, { id: idOf(number) });
    await visitor.answer(`GET /api/admin/shows/s1/seats/${seat.id}/history`, { seat, events });
  };
  const chooseIn = (select: HTMLSelectElement, value: string): void => {
    select.value = value;
    select.dispatchEvent(new Event('change'));
    TestBed.tick();
  };

  it('lists the history of a taken seat that is picked in the plan, oldest first', async () => {
    await open();
    pick('Row A, seat 1, taken');
    await answerHistory(1, EVENTS);
    await visitor.sees('Row A, seat 1: 3 events');
    const items = [...fixture.nativeElement.querySelectorAll('ol > li')].map(({ textContent }) => textContent);
    expect(items).toEqual([
      expect.stringMatching(/Tried[^]*20 Nov 2026[^]*Ada[^]*b1/),
      expect.stringMatching(/Booked[^]*20 Nov 2026[^]*ada@example.org[^]*b2/),
      expect.stringMatching(/Cancelled[^]*21 Nov 2026[^]*by the system[^]*b2/),
    ]);
  });

  it('names who booked and for whom, and a customer who booked alone once', async () => {
    await open();
    pick('Row A, seat 1, taken');
    await answerHistory(1, [EVENTS[0] as SeatEventResponse, { ...EVENTS[1], by: EVE } as SeatEventResponse]);
    await visitor.sees('Row A, seat 1: 2 events');
    const people = [...fixture.nativeElement.querySelectorAll('.who')].map(({ textContent }) =>
      textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(people).toEqual([
      'by Ada, ada@example.org',
      'by Eve of the box office, eve@example.org for Ada, ada@example.org',
    ]);
  });

  it('tells that a guest without a name held it and gave it back', async () => {
    await open();
    pick('Row A, seat 1, taken');
    const nobody = { userId: 'nobody', name: '', email: '' };
    await answerHistory(1, [{ ...EVENTS[0], customer: nobody, by: nobody } as SeatEventResponse]);
    await visitor.sees('Row A, seat 1: 1 event');
    expect(find('.who').textContent?.trim()).toBe('by a guest without a name');
    expect(find('.who a')).toBeNull();
  });

  it('calls a sale of a seat that another booking still had what it is', async () => {
    await open();
    pick('Row A, seat 1, taken');
    const second = {
      at: '2026-11-20T11:30:00.000Z',
      kind: 'BOOKED' as const,
      bookingId: 'b3',
      until: null,
      customer: ADA,
      by: ADA,
      reason: null,
      words: null,
    };
    const third = { ...second, at: '2026-11-22T11:30:00.000Z', bookingId: 'b4' };
    const end = { ...second, kind: 'CANCELLED' as const };
    await answerHistory(1, [...EVENTS.slice(0, 2), second, end, ...EVENTS.slice(2), third]);
    await visitor.sees('Sold twice');
    expect(visitor.text()).toContain('Booking b2 still had the seat.');
    const chips = [...fixture.nativeElement.querySelectorAll('mx-status-chip')].map(({ textContent }) => textContent);
    expect(chips).toEqual(['Tried', 'Booked', 'Sold twice', 'Cancelled', 'Cancelled', 'Booked']);
  });

  it('says that a seat, picked by row and number, was never booked', async () => {
    await open();
    const selects = (): NodeListOf<HTMLSelectElement> => fixture.nativeElement.querySelectorAll('select');
    chooseIn(selects()[0] as HTMLSelectElement, 'A');
    chooseIn(selects()[1] as HTMLSelectElement, idOf(2));
    await answerHistory(2, []);
    await visitor.sees('Never booked');
  });

  it('is as short for a large plan; its seats are picked by row and number too', async () => {
    await visitor.answer('GET /api/admin/shows/s1', { ...SHOW, totalSeats: 3001, seatsPerRow: 50 });
    const seats = seatsOf(...Array.from({ length: 3001 }, (): SeatStatus => 'AVAILABLE'));
    await visitor.answer('GET /api/shows/s1/seats', { showId: 's1', version: '1', seats });
    await visitor.sees('Pick a seat on the plan, or by its row and number.');
    expect(fixture.nativeElement.querySelectorAll('[role=gridcell]').length).toBeLessThan(300);
  });

  it('shows the plan as it was sold at a moment, and returns to now', async () => {
    await open();
    await visitor.fill('The seats at', '2026-11-20T11:30:00');
    await visitor.press('Show this moment');
    const seats = seatsOf('BOOKED', 'BOOKED');
    const sent = await visitor.answer('GET /api/admin/shows/s1/seats/at', { showId: 's1', time: '', seats });
    expect(sent.request.params.get('time')).toBe(new Date('2026-11-20T11:30:00.999').toISOString());
    await visitor.sees('2 sold, 0 free.');
    expect(find('#plan-heading').textContent).toContain('20 Nov 2026, 11:30:00');
    await visitor.press('Back to now');
    await visitor.answer('GET /api/shows/s1/seats', {
      showId: 's1',
      version: '1',
      seats: seatsOf('AVAILABLE', 'AVAILABLE'),
    });
    await visitor.sees('0 sold, 2 free.');
    expect(find('#plan-heading').textContent).toBe('The seats now');
  });

  it('scrubs through the sale, booking by booking, to now', async () => {
    await open();
    await visitor.sees('Play the sale');
    expect([slider().max, slider().value, slider().getAttribute('aria-valuetext')]).toEqual(['2', '2', 'Now']);
    scrub(0);
    expect(await answerMoment('AVAILABLE', 'AVAILABLE')).toBe('2026-11-20T09:59:59.999Z');
    await visitor.sees('0 sold, 2 free.');
    expect(slider().getAttribute('aria-valuetext')).toContain('20 Nov 2026');
  });

  it('reads one moment at a time, and of those meant meanwhile only the last', async () => {
    await open();
    await visitor.sees('Play the sale');
    scrub(0);
    const first = await visitor.sent('GET /api/admin/shows/s1/seats/at');
    scrub(2);
    scrub(1);
    TestBed.inject(HttpTestingController).verify();
    first.flush({ seats: seatsOf('AVAILABLE', 'AVAILABLE') });
    expect(await answerMoment('BOOKED', 'AVAILABLE')).toBe('2026-11-21T11:59:59.999Z');
    await visitor.sees('1 sold, 1 free.');
    expect(slider().value).toBe('1');
    TestBed.inject(HttpTestingController).verify();
  });

  it('plays the sale from the first booking to now', async () => {
    await open();
    await visitor.press('Play the sale');
    await visitor.sees('Pause');
    expect(await answerMoment('AVAILABLE', 'AVAILABLE')).toBe('2026-11-20T09:59:59.999Z');
    expect(await answerMoment('BOOKED', 'AVAILABLE')).toBe('2026-11-21T11:59:59.999Z');
    await visitor.answer('GET /api/shows/s1/seats', { showId: 's1', version: '2', seats: seatsOf('BOOKED', 'BOOKED') });
    await visitor.sees('Play the sale');
    expect(find('#plan-heading').textContent).toBe('The seats now');
  });

  it('stops playing where a moment cannot be read', async () => {
    await open();
    await visitor.press('Play the sale');
    await visitor.refuse('GET /api/admin/shows/s1/seats/at', { status: 503, code: 'overloaded' });
    await visitor.sees('Very many people are here right now');
    await visitor.sees('Play the sale');
  });

  it('asks for the same moment again when it could not be read', async () => {
    await open();
    await visitor.fill('The seats at', '2026-11-20T11:30:00');
    await visitor.press('Show this moment');
    await visitor.refuse('GET /api/admin/shows/s1/seats/at', { status: 503, code: 'overloaded' });
    await visitor.sees('Very many people are here right now');
    expect(visitor.text()).toContain('1 sold, 1 free.');
    await visitor.press('Try again');
    const seats = seatsOf('BOOKED', 'BOOKED');
    await visitor.answer('GET /api/admin/shows/s1/seats/at', { showId: 's1', time: '', seats });
    await visitor.sees('2 sold, 0 free.');
  });

  it('asks nothing of a moment that is still to come', async () => {
    await open();
    await visitor.fill('The seats at', '2099-01-01T00:00:00');
    await visitor.press('Show this moment');
    await visitor.sees('That moment is still to come.');
    TestBed.inject(HttpTestingController).verify();
  });

  it('says why a history cannot be read, and tries again', async () => {
    await open();
    pick('Row A, seat 2, free');
    await visitor.refuse(`GET /api/admin/shows/s1/seats/${idOf(2)}/history`, {
      status: 503,
      code: 'storage-unavailable',
    });
    await visitor.sees('The box office is away for a moment');
    await visitor.press('Try again');
    await answerHistory(2, []);
    await visitor.sees('Never booked');
  });

  it('says why the show cannot be read, and tries again', async () => {
    await visitor.refuse('GET /api/admin/shows/s1', { status: 404, code: 'unknown-show' });
    await visitor.sees('This show does not exist');
    await visitor.press('Try again');
    await open();
  });
});
