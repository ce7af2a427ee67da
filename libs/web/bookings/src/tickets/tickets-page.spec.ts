import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { BookingResponse, BookingTicketsResponse, TicketResponse, UserResponse } from '@modex/web-api-client';
import { seatOf, Visitor } from '@modex/web-ui/testing';
import { TicketsPage } from './tickets-page';

const ADA: UserResponse = {
  userId: 'ada',
  name: 'Ada',
  email: 'ada@example.org',
  role: 'CUSTOMER',
  kind: 'REGISTERED',
  emailProved: true,
};
const BOOKING: BookingResponse = {
  bookingId: 'b1',
  code: '7KQ8V25M',
  customerName: 'Ada',
  status: 'CONFIRMED',
  cancellable: true,
  createdAt: '2026-11-01T10:00:00.000Z',
  show: {
    id: 's1',
    title: 'Ondine',
    startTime: '2099-03-01T19:30:00.000Z',
    timeZone: 'Europe/Berlin',
    durationMinutes: null,
    venue: 'Kursaal',
    status: 'ON_SALE',
    started: false,
    cancelReason: null,
    changes: [],
  },
  seats: [seatOf('A', 7), seatOf('A', 8)],
  returnedSeats: [],
  reason: null,
  price: null,
  payment: { kind: 'at-the-box-office', due: { amount: 4_500, currency: 'EUR' } },
};
const CHILD = { category: 'all', tax: 0, seatId: 'a7', type: 'child', typeName: 'Child', proof: true, amount: 2_250 };
const ticketOf = (number: number, changes: Partial<TicketResponse> = {}): TicketResponse => ({
  ...{ seat: seatOf('A', number), issue: 1, code: `MODEX1:${number}`, price: null, entry: null },
  ...changes,
});
const TICKETS: BookingTicketsResponse = { bookingId: 'b1', tickets: [ticketOf(7, { price: CHILD }), ticketOf(8)] };

describe('TicketsPage', () => {
  let fixture: ComponentFixture<TicketsPage>;
  let visitor: Visitor;

  beforeEach(() => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    localStorage.setItem('modex.signed-in', 'ada');
    visitor = new Visitor(document, TestBed.inject(HttpTestingController));
  });

  const open = (): void => {
    fixture = TestBed.createComponent(TicketsPage);
    fixture.componentRef.setInput('bookingId', 'b1');
    TestBed.tick();
  };
  const fetched = async (tickets = TICKETS): Promise<void> => {
    await visitor.answer('GET /api/bookings/b1', BOOKING);
    await visitor.answer('GET /api/bookings/b1/tickets', tickets);
  };
  const openAsAda = async (tickets = TICKETS): Promise<void> => {
    open();
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await fetched(tickets);
    await visitor.sees('Show them at the door.');
  };
  const lose = async (url: string): Promise<void> => (await visitor.sent(url)).error(new ProgressEvent('error'));
  const loseNetwork = async (): Promise<void> => {
    const lost = [visitor.sent('GET /api/bookings/b1/tickets'), lose('GET /api/bookings/b1')];
    await Promise.all(lost);
  };
  const pathOf = (seat: string): string | null | undefined =>
    document.querySelector(`[aria-label="Ticket for ${seat}"] path`)?.getAttribute('d');

  it('shows a code for each seat, what it is for, and what is to be paid', async () => {
    await openAsAda();
    const words = ['Row A, seat 7', 'Child', 'Bring the proof', 'Ondine', 'Kursaal', '7KQ8V25M', 'Pay €45.00'];
    for (const word of words) expect(visitor.text()).toContain(word);
    expect(pathOf('Row A, seat 7')).toBeTruthy();
    expect(pathOf('Row A, seat 7')).not.toBe(pathOf('Row A, seat 8'));
  });

  it('says since when somebody is in, by the clocks of the venue, and passes that ticket on no more', async () => {
    const entry = { at: '2099-03-01T18:41:07.000Z', door: 'North', scanId: 's' };
    await openAsAda({ ...TICKETS, tickets: [ticketOf(7, { entry }), ticketOf(8)] });
    expect(visitor.text()).toContain('Is in since 19:41 at North');
    expect(visitor.buttonNames().filter((name) => name === 'Pass this ticket on')).toHaveLength(1);
  });

  it('issues a ticket anew when the customer says so, and offers the new one', async () => {
    await openAsAda();
    const before = pathOf('Row A, seat 7');
    await visitor.press('Pass this ticket on');
    await visitor.sees('is void at once');
    await visitor.press('Make a new ticket');
    const tickets = [ticketOf(7, { issue: 2, code: 'MODEX1:NEW' }), ticketOf(8)];
    const { request } = await visitor.answer('POST /api/bookings/b1/tickets/a7/reissue', { ...TICKETS, tickets });
    expect(request.body).toEqual({ issue: 1 });
    await visitor.sees('This ticket is new: the one before is void');
    expect(pathOf('Row A, seat 7')).not.toBe(before);
    expect(visitor.buttonNames()).toEqual(expect.arrayContaining(['Save as a picture', 'Print this ticket']));
  });

  it('says why there is no file, in place', async () => {
    await openAsAda();
    await visitor.press('Save as PDF');
    const asked = await visitor.sent('GET /api/bookings/b1/tickets/pdf');
    asked.error(new ProgressEvent('error'));
    await visitor.sees('No connection');
    expect(document.querySelector('mx-notice [role=alert]')).not.toBeNull();
  });

  it('keeps the ticket when the question is answered with no', async () => {
    await openAsAda();
    await visitor.press('Pass this ticket on');
    await visitor.press('Keep this ticket');
    await visitor.seesNoMore('is void at once');
    TestBed.inject(HttpTestingController).expectNone({ method: 'POST' });
  });

  it('says why a ticket could not be passed on, and shows what became of it', async () => {
    await openAsAda();
    await visitor.press('Pass this ticket on');
    await visitor.press('Make a new ticket');
    await visitor.refuse('POST /api/bookings/b1/tickets/a7/reissue', { status: 409, code: 'ticket-used' });
    const entry = { at: '2099-03-01T18:41:07.000Z', door: null, scanId: 's' };
    await fetched({ ...TICKETS, tickets: [ticketOf(7, { entry }), ticketOf(8)] });
    await visitor.sees('Is in since 19:41');
    expect(document.querySelector('[role=alert]')?.textContent).toContain('Somebody is in with this ticket');
  });

  it('shows what the device kept when the network is away, and when it was read', async () => {
    await openAsAda();
    fixture.destroy();
    open();
    await loseNetwork();
    await visitor.sees('As of');
    expect(pathOf('Row A, seat 8')).toBeTruthy();
    document.dispatchEvent(new Event('visibilitychange'));
    await fetched();
    await visitor.seesNoMore('As of');
  });

  it('keeps nothing for the next one who signs in', async () => {
    await openAsAda();
    expect(localStorage.getItem('modex.own.tickets.b1')).toContain('MODEX1:7');
    fixture.destroy();
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    visitor = new Visitor(document, TestBed.inject(HttpTestingController));
    open();
    await visitor.answer('GET /api/auth/me', { user: { ...ADA, userId: 'eve' } });
    await loseNetwork();
    await visitor.sees('Tickets not shown');
    expect(localStorage.getItem('modex.own.tickets.b1')).toBeNull();
  });

  it('says so when there is no valid ticket', async () => {
    open();
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await fetched({ ...TICKETS, tickets: [] });
    await visitor.sees('No valid tickets');
  });

  it('shows the tickets to nobody who has not looked the booking up', async () => {
    open();
    await visitor.refuse('GET /api/auth/me', { status: 401, code: 'unauthenticated' });
    await visitor.sees('These tickets are private');
    expect(visitor.buttonNames()).toContain('Find it by its code');
    TestBed.inject(HttpTestingController).verify();
  });
});
