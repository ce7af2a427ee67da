import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { AdminBookingResponse, AdminShowResponse, BookingStatus } from '@modex/web-api-client';
import { FakeStreams, packedStatus } from '@modex/web-seats/testing';
import { seatOf, Visitor } from '@modex/web-ui/testing';
import { AdminNews } from '../frame/admin-news';
import { AdminShowPage } from './admin-show-page';

const SHOW: AdminShowResponse = {
  id: 's1',
  title: 'Ondine',
  startTime: '2099-03-01T19:30:00.000Z',
  timeZone: 'Europe/Berlin',
  saleOpensAt: null,
  saleClosesAt: null,
  salePhase: 'OPEN',
  durationMinutes: null,
  started: false,
  venue: 'Kursaal',
  description: null,
  houseRules: null,
  gettingThere: null,
  status: 'ON_SALE',
  bookable: true,
  totalSeats: 4,
  seatsPerRow: 10,
  seatPrefix: '0123456789abcdef',
  freeSeats: 4,
  limitPerCustomer: null,
  noLoneSeat: false,
  giveBackHours: 0,
  prices: null,
  planId: 'plain-6-3',
  planVersion: 1,
  cancelReason: null,
  soldSeats: 0,
  heldSeats: 0,
  blockedSeats: 0,
  planName: null,
  version: 0,
  createdAt: '2026-11-01T10:00:00.000Z',
};
const STATES = ['BOOKED', 'HELD', 'AVAILABLE', 'AVAILABLE'] as const;
const STATUS = { showId: 's1', version: 'aa-1', maxSeatsPerBooking: 10, ...packedStatus(STATES) };

function booking(bookingId: string, status: BookingStatus = 'CONFIRMED'): AdminBookingResponse {
  return {
    bookingId,
    code: '7KQ8V25M',
    status,
    createdAt: '2026-11-01T10:00:00.000Z',
    customer: { userId: 'ada', name: 'Ada', email: 'ada@example.org' },
    bookedBy: null,
    seats: [seatOf('A', 1)],
    returnedSeats: [],
    reason: null,
    price: null,
    payment: null,
  };
}

describe('AdminShowPage', () => {
  let fixture: ComponentFixture<AdminShowPage>;
  let visitor: Visitor;
  let http: HttpTestingController;
  let streams: FakeStreams;

  beforeEach(() => {
    streams = new FakeStreams();
    TestBed.configureTestingModule({
      providers: [streams.provider, provideHttpClient(), provideHttpClientTesting(), provideRouter([]), AdminNews],
    });
    http = TestBed.inject(HttpTestingController);
    visitor = new Visitor(document, http);
    fixture = TestBed.createComponent(AdminShowPage);
    fixture.componentRef.setInput('showId', 's1');
    TestBed.tick();
  });

  afterEach(() => fixture.destroy());

  const bookings = 'GET /api/admin/shows/s1/bookings';
  const open = async (show: AdminShowResponse, items: readonly AdminBookingResponse[] = []): Promise<void> => {
    await visitor.answer('GET /api/admin/shows/s1', show);
    if (show.status !== 'DRAFT') await visitor.answer('GET /api/shows/s1/seats/status', STATUS);
    await visitor.answer(bookings, { items, nextCursor: null });
    await visitor.seesNoMore('Fetching the bookings');
  };
  const number = (name: string): string =>
    [...fixture.nativeElement.querySelectorAll('dl > div')]
      .find((one) => one.querySelector('dt')?.textContent?.trim() === name)
      ?.querySelector('dd')
      ?.textContent?.trim();

  it('counts the seats of the map as they are now', async () => {
    await open(SHOW);
    await visitor.sees('Live');
    expect(['Sold', 'Free', 'Held', 'Blocked'].map(number).map((text) => parseInt(text, 10))).toEqual([1, 2, 1, 0]);
    expect(fixture.nativeElement.querySelector('[role=grid]').getAttribute('aria-label')).toBe(
      'The seats: 1 sold, 2 free, 1 held, 0 blocked.',
    );
    streams.open.sendStatus('aa-1', STATES);
    streams.open.send('changes', { version: 'aa-2', changes: [[3, 3]] });
    TestBed.tick();
    expect(['Sold', 'Free', 'Held', 'Blocked'].map(number).map((text) => parseInt(text, 10))).toEqual([1, 1, 1, 1]);
    expect(fixture.nativeElement.querySelector('[role=grid]').getAttribute('aria-label')).toContain('1 blocked');
  });

  it('says why the seats may be behind, keeps them in view, and asks on demand', async () => {
    await open(SHOW);
    await visitor.sees('Live');
    window.dispatchEvent(new Event('offline'));
    TestBed.tick();
    streams.open.fail();
    (await visitor.sent('GET /api/shows/s1/seats/status')).error(new ProgressEvent('error'));
    await visitor.sees('The seats may be a little behind. We keep asking.');
    expect(visitor.text()).toContain('Offline');
    expect(fixture.nativeElement.querySelector('[role=grid]')).not.toBeNull();
    await visitor.press('Ask now');
    const status = { showId: 's1', version: 'aa-2', ...packedStatus(['BOOKED', 'BOOKED', 'BOOKED', 'BOOKED']) };
    await visitor.answer('GET /api/shows/s1/seats/status', status);
    await visitor.seesNoMore('The seats may be a little behind.');
    expect(parseInt(number('Sold'), 10)).toBe(4);
  });

  it('lists who has booked which seats', async () => {
    await open(SHOW, [booking('b1')]);
    await visitor.sees('Row A · seat 1');
    expect(visitor.buttonNames()).toContain('ada@example.org');
  });

  it('publishes a draft and then opens its map', async () => {
    await open({ ...SHOW, status: 'DRAFT', bookable: false });
    http.expectNone('/api/shows/s1/seats/status');
    await visitor.press('Publish');
    await visitor.answer('POST /api/admin/shows/s1/publish', SHOW);
    await visitor.sees('The show is on sale.');
    expect(document.activeElement?.textContent).toBe('Ondine');
    await visitor.answer('GET /api/shows/s1/seats/status', STATUS);
    expect(visitor.buttonNames()).not.toContain('Publish');
  });

  it('names the bookings that go with a show, and cancels only with the checkbox', async () => {
    await open(SHOW, [booking('b1')]);
    await visitor.press('Cancel show');
    const first = await visitor.answer(bookings, { items: [booking('b1')], nextCursor: 'more' });
    expect(first.request.params.get('limit')).toBe('100');
    await visitor.answer(bookings, { items: [booking('b2'), booking('b3', 'CANCELLED')], nextCursor: null });
    await visitor.sees('With it, 2 bookings are cancelled.');
    expect(visitor.canPress('Cancel the show')).toBe(false);
    await visitor.check('Yes, cancel this show and 2 bookings');
    await visitor.press('Cancel the show');
    await visitor.answer('POST /api/admin/shows/s1/cancel', { ...SHOW, status: 'CANCELLED', bookable: false });
    await visitor.answer(bookings, { items: [booking('b1', 'CANCELLED')], nextCursor: null });
    await visitor.sees('The show is cancelled, and its bookings with it.');
    expect(visitor.buttonNames()).not.toContain('Cancel show');
  });

  it('reads the show and its bookings anew when another admin has cancelled it, and says so', async () => {
    await open(SHOW, [booking('b1')]);
    await visitor.sees('Live');
    const cancel = [...fixture.nativeElement.querySelectorAll('button')].find((one) =>
      /Cancel show/.test(one.textContent),
    );
    cancel.focus();
    streams.open.send('show', { status: 'CANCELLED' });
    await visitor.answer('GET /api/admin/shows/s1', { ...SHOW, status: 'CANCELLED', bookable: false });
    await visitor.answer(bookings, { items: [booking('b1', 'CANCELLED')], nextCursor: null });
    await visitor.sees('The show has just been cancelled.');
    expect(visitor.buttonNames()).not.toContain('Cancel show');
    expect(document.activeElement?.textContent).toContain('Ondine');
    streams.open.send('show', { status: 'CANCELLED' });
    TestBed.tick();
    expect(http.match('/api/admin/shows/s1')).toEqual([]);
  });

  it('keeps the show when the question is answered with no', async () => {
    await open(SHOW);
    await visitor.press('Cancel show');
    await visitor.answer(bookings, { items: [], nextCursor: null });
    await visitor.sees('Nobody has booked a seat yet.');
    await visitor.press('Keep the show');
    await visitor.seesNoMore('Nobody has booked a seat yet.');
    await visitor.press('Cancel show');
    expect(http.match({ method: 'POST' })).toEqual([]);
  });

  it('reads the show anew when a move was refused', async () => {
    await open({ ...SHOW, status: 'DRAFT', bookable: false });
    await visitor.press('Publish');
    await visitor.refuse('POST /api/admin/shows/s1/publish', { status: 409, code: 'show-move-refused' });
    await visitor.answer('GET /api/admin/shows/s1', { ...SHOW, status: 'CANCELLED', bookable: false });
    await visitor.sees('The show does not allow this now');
    await visitor.seesNoMore('Publish');
  });

  it('says that there is no such show', async () => {
    await visitor.refuse('GET /api/admin/shows/s1', { status: 404, code: 'unknown-show' });
    await visitor.sees('No such show');
  });
});
