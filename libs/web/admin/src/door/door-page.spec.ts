import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, TestRequest } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { ticketBytes, writeTicketCode } from '@modex/domain';
import { AdmissionResponse, AdmitDto, DoorListResponse } from '@modex/web-api-client';
import { Visitor } from '@modex/web-ui/testing';
import { DoorPage } from './door-page';
import { AT_NORTH, BOOKING, doorList, doorTicket, seatId, SHOW } from './door-samples.harness';

const SHOW_FACTS = { id: SHOW, title: 'Ondine', startTime: '2026-12-24T19:00:00.000Z', timeZone: 'Europe/Berlin' };
const [LIST, ENTRIES] = [`GET /api/admin/shows/${SHOW}/door-list`, `POST /api/admin/shows/${SHOW}/entries`];
const UNDO = `${ENTRIES}/undo`;
const TWO = doorList(doorTicket(1), doorTicket(2));
const UNREADABLE = 'MODEX1:AAAA';

describe('DoorPage', () => {
  let visitor: Visitor;
  let fixture: ComponentFixture<DoorPage>;

  const start = (): void => {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    visitor = new Visitor(document, TestBed.inject(HttpTestingController));
    fixture = TestBed.createComponent(DoorPage);
    fixture.componentRef.setInput('showId', SHOW);
    TestBed.tick();
  };
  const open = async (list: DoorListResponse = TWO): Promise<void> => {
    start();
    await visitor.answer(`GET /api/admin/shows/${SHOW}`, SHOW_FACTS);
    await visitor.answer(LIST, list);
    await visitor.sees('Door: Ondine');
  };
  const type = async (code: string): Promise<void> => {
    await visitor.fill('Code, name or seat', code);
    await visitor.press('Check');
  };
  const admission = (changes: Partial<AdmissionResponse> = {}): AdmissionResponse => {
    const { seat, bookingCode, customerName } = doorTicket(1);
    return {
      bookingId: BOOKING,
      bookingCode,
      customerName,
      seat,
      price: null,
      payment: null,
      entry: AT_NORTH,
      ...changes,
    };
  };
  const lose = (request: TestRequest): void => request.error(new ProgressEvent('error'));
  const bodyOf = ({ request }: TestRequest): AdmitDto => request.body as AdmitDto;
  const panel = (): string => document.querySelector('mx-door-answer')?.textContent?.replace(/\s+/g, ' ') ?? '';
  const isSaid = (): string | null | undefined => document.querySelector('.panel')?.getAttribute('data-is');
  const inList = (): string => document.querySelector('mx-ticket-list')?.textContent?.replace(/\s+/g, ' ') ?? '';

  it('lets somebody in with a typed code, and says seat, name, type, proof and what is to be paid', async () => {
    await open();
    await visitor.fill('Name of this door optional', 'North');
    (await visitor.control('Name of this door optional')).dispatchEvent(new Event('change'));
    await type(UNREADABLE);
    const line = {
      category: 'all',
      tax: 0,
      seatId: seatId(1),
      type: 'child',
      typeName: 'Child',
      proof: true,
      amount: 9,
    };
    const payment = { kind: 'at-the-box-office', due: { amount: 4_500, currency: 'EUR' } } as const;
    const sent = await visitor.answer(ENTRIES, admission({ price: line, payment }));
    expect(bodyOf(sent)).toEqual({ code: UNREADABLE, door: 'North', scanId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    await visitor.sees('Come in');
    const words = ['Row A, seat 1', 'Ada Lovelace', 'Child', 'Ask for the proof', 'To pay for the booking: €45.00'];
    for (const word of words) expect(panel()).toContain(word);
    expect(isSaid()).toBe('in');
    expect((await visitor.control('Code, name or seat')).value).toBe('');
    await visitor.answer(LIST, doorList(doorTicket(1, { entry: AT_NORTH }), doorTicket(2, { entry: AT_NORTH })));
    await visitor.sees('2 of 2 in');
    expect(document.querySelector('.panel')?.getAttribute('aria-live')).toBe('assertive');
  });

  it('refuses a second scan with the time and the door of the first, by the clocks of the venue', async () => {
    await open();
    await type(UNREADABLE);
    const { at, door } = AT_NORTH;
    (await visitor.sent(ENTRIES)).flush({ code: 'ticket-used', entry: { at, door } }, { status: 409, statusText: '' });
    await visitor.sees('Somebody is in with this ticket');
    expect(panel().replace(/[\u2068\u2069]/g, '')).toContain('In since 19:41 at North.');
    expect([isSaid(), visitor.buttonNames().includes('Undo: not in')]).toEqual(['refused', false]);
  });

  it('lets in from the list, found by name, and takes it back there', async () => {
    await open(doorList(doorTicket(1), doorTicket(2, { customerName: 'Mária Mitchell' })));
    await visitor.fill('Code, name or seat', 'maria');
    await visitor.seesNoMore('Ada Lovelace');
    await visitor.press('Let in: Row A, seat 2, Mária Mitchell');
    const seat = doorTicket(2).seat;
    const sent = await visitor.answer(ENTRIES, admission({ seat, customerName: 'Mária Mitchell' }));
    expect(bodyOf(sent)).toMatchObject({ bookingId: BOOKING, seatId: seatId(2) });
    await visitor.sees('1 of 2 in');
    await visitor.press('Undo the entry: Row A, seat 2, Mária Mitchell');
    expect((await visitor.answer(UNDO, null)).request.body).toEqual({ bookingId: BOOKING, scanId: 'first' });
    await visitor.sees('0 of 2 in');
    expect(isSaid()).toBe('ready');
  });

  it('takes the last entry back', async () => {
    await open();
    await type(UNREADABLE);
    await visitor.answer(ENTRIES, admission());
    await visitor.press('Undo: not in');
    await visitor.answer(UNDO, null);
    await visitor.sees('Scan a ticket, type its code');
  });

  it('goes on without a network from the list, and sends the same scan when there is one again', async () => {
    const payment = { kind: 'at-the-box-office', due: { amount: 4_500, currency: 'EUR' } } as const;
    await open(doorList(doorTicket(1, { payment }), doorTicket(2)));
    await visitor.press('Let in: Row A, seat 1, Ada Lovelace');
    const lost = await visitor.sent(ENTRIES);
    lose(lost);
    await visitor.sees('Offline: this door goes on by itself');
    expect([isSaid(), inList()]).toEqual(['in', expect.stringContaining('offline, not sent yet')]);
    expect(panel()).toContain('To pay for the booking: €45.00');
    await visitor.sees('1 entry waits on this device');
    window.dispatchEvent(new Event('online'));
    const again = await visitor.answer(ENTRIES, admission());
    expect(bodyOf(again)).toMatchObject({ bookingId: BOOKING, seatId: seatId(1), scanId: bodyOf(lost).scanId });
    expect(Date.parse(bodyOf(again).at ?? '')).not.toBeNaN();
    await visitor.answer(LIST, doorList(doorTicket(1, { entry: AT_NORTH }), doorTicket(2)));
    await visitor.seesNoMore('Offline: this door');
    expect(inList()).not.toContain('not sent yet');
  });

  it('sends after a reload what was let in before, and tells a conflict until somebody has seen to it', async () => {
    await open();
    await visitor.press('Let in: Row A, seat 1, Ada Lovelace');
    lose(await visitor.sent(ENTRIES));
    await visitor.sees('Offline: this door goes on by itself');
    fixture.destroy();
    start();
    const { at, door } = AT_NORTH;
    (await visitor.sent(ENTRIES)).flush({ code: 'ticket-used', entry: { at, door } }, { status: 409, statusText: '' });
    await visitor.answer(LIST, doorList(doorTicket(1, { entry: AT_NORTH }), doorTicket(2)));
    await visitor.sees('and not valid: Row A, seat 1');
    expect(visitor.text()).toContain('Two people have this seat');
    await visitor.press('Seen to');
    await visitor.seesNoMore('and not valid');
    expect(Object.keys(localStorage).filter((key) => key.includes('door-'))).toEqual([`modex.own.door-list.${SHOW}`]);
  });

  it('opens with the list that the device kept when there is no network', async () => {
    await open();
    fixture.destroy();
    start();
    lose(await visitor.sent(LIST));
    await visitor.sees('Offline: this door goes on by itself');
    expect(inList()).toContain('Row A, seat 2');
  });

  it('takes back without a network what was let in without one', async () => {
    await open();
    await visitor.press('Let in: Row A, seat 1, Ada Lovelace');
    const lost = await visitor.sent(ENTRIES);
    lose(lost);
    await visitor.sees('1 of 2 in');
    await visitor.press('Undo: not in');
    await visitor.sees('0 of 2 in');
    window.dispatchEvent(new Event('online'));
    expect((await visitor.answer(UNDO, null)).request.body).toEqual({
      bookingId: BOOKING,
      scanId: bodyOf(lost).scanId,
    });
    TestBed.inject(HttpTestingController).expectNone({ method: 'POST' });
  });

  it('says that codes cannot be checked where the browser has no signatures and no network', async () => {
    const signed = ticketBytes({ bookingId: BOOKING, seatId: seatId(1), issue: 1 }, 1);
    await open({ ...TWO, keys: [{ id: 1, publicKey: 'AAAA', createdAt: AT_NORTH.at }] });
    await type(writeTicketCode(signed, new Uint8Array(64)));
    lose(await visitor.sent(ENTRIES));
    await visitor.sees('Codes cannot be checked now');
    expect(isSaid()).toBe('refused');
  });

  it('says why there is no camera over plain HTTP', async () => {
    await open();
    await visitor.press('Open the camera');
    await visitor.sees('pages with https only');
    expect(document.querySelector('.view')?.hasAttribute('hidden')).toBe(true);
  });

  it('says that there is no such show', async () => {
    start();
    await visitor.refuse(LIST, { status: 404, code: 'unknown-show' });
    await visitor.sees('No such show');
  });
});
