import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, TestRequest } from '@angular/common/http/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { plainPlanId, SeatStatus } from '@modex/domain';
import { plainShowPlan } from '@modex/web-seats';
import { FakeStreams, packedStatus, SeatMapHarness } from '@modex/web-seats/testing';
import { Visitor } from '@modex/web-ui/testing';
import { SellPage } from './sell-page';

const PREFIX = '0123456789abcdef';
const PRICES = {
  ...{ currency: 'EUR', fees: [], tax: null, categories: [{ category: 'all', amount: 4_500 }] },
  ticketTypes: [
    { key: 'full', name: 'Full', percent: 10_000, prices: [], proof: false },
    { key: 'child', name: 'Child', percent: 5_000, prices: [], proof: false },
  ],
};
const SHOW = {
  ...{ id: 's1', title: 'Ondine', status: 'ON_SALE', startTime: '2099-12-24T19:00:00.000Z', timeZone: 'Europe/Berlin' },
  ...{
    totalSeats: 5,
    seatsPerRow: 5,
    seatPrefix: PREFIX,
    planId: plainPlanId({ totalSeats: 5, seatsPerRow: 5 }),
    planVersion: 1,
    prices: PRICES,
  },
};
const [NAME, BOOK] = ['POST /api/admin/customers', 'POST /api/shows/s1/book'];
const CUSTOMER = { userId: 'u1', name: 'Grace', email: '' };

describe('SellPage', () => {
  let visitor: Visitor;
  let fixture: ComponentFixture<SellPage>;
  const plan = plainShowPlan({ totalSeats: 5, seatsPerRow: 5 }, PREFIX);
  const streams = new FakeStreams();
  let version = 0;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([]), streams.provider],
    });
    visitor = new Visitor(document, TestBed.inject(HttpTestingController));
    fixture = TestBed.createComponent(SellPage);
    document.body.append(fixture.nativeElement);
    fixture.componentRef.setInput('showId', 's1');
    TestBed.tick();
    await visitor.answer('GET /api/admin/shows/s1', SHOW);
    await seats();
    await visitor.sees('Sell: Ondine');
  });
  afterEach(() => fixture.destroy());

  const seats = (...taken: readonly SeatStatus[]) => {
    const told = packedStatus([...taken, ...Array<SeatStatus>(5 - taken.length).fill('AVAILABLE')]);
    return visitor.answer('GET /api/shows/s1/seats/status', {
      ...{ showId: 's1', version: `aa-${++version}`, maxSeatsPerBooking: 10, ...told },
    });
  };
  const choose = async (index: number): Promise<void> => {
    const map = await TestbedHarnessEnvironment.loader(fixture).getHarness(SeatMapHarness);
    await map.toggle(`Row A, seat ${index + 1}`);
  };
  const keyOf = ({ request }: TestRequest): string | null => request.headers.get('Idempotency-Key');

  it('names the customer and books what was chosen, at the types and the total that it shows', async () => {
    await choose(0);
    await choose(1);
    await visitor.fill('Ticket for Row A, seat 2', 'child');
    await visitor.sees('€67.50');
    await visitor.fill('Name', ' Grace ');
    await visitor.press('Book 2 seats');
    expect((await visitor.answer(NAME, CUSTOMER)).request.body).toEqual({ name: 'Grace' });
    const booked = await visitor.answer(BOOK, { bookingId: 'b1', code: 'ABCD2345' });
    expect(booked.request.body).toEqual({
      ...{ userId: 'u1', seatIds: [plan.idAt(0), plan.idAt(1)], total: { amount: 6_750, currency: 'EUR' } },
      tickets: [
        { seatId: plan.idAt(0), type: 'full' },
        { seatId: plan.idAt(1), type: 'child' },
      ],
    });
    await visitor.sees('The code is ABCD2345.');
  });

  it('goes on with the same customer and key when an answer is lost', async () => {
    await choose(0);
    await visitor.fill('Name', 'Grace');
    await visitor.press('Book 1 seat');
    await visitor.answer(NAME, CUSTOMER);
    const lost = await visitor.sent(BOOK);
    lost.error(new ProgressEvent('error'));
    const again = await visitor.answer(BOOK, { bookingId: 'b1', code: 'ABCD2345' });
    expect(keyOf(again)).toBe(keyOf(lost));
    await visitor.sees('Booked');
  });

  it('says why a sale was refused, and begins anew with the next press', async () => {
    await choose(0);
    await visitor.fill('Name', 'Grace');
    await visitor.press('Book 1 seat');
    await visitor.answer(NAME, CUSTOMER);
    const first = await visitor.sent(BOOK);
    first.flush({ code: 'seat-taken', status: 409 }, { status: 409, statusText: 'seat-taken' });
    await visitor.sees('Book 1 seat');
    await visitor.press('Book 1 seat');
    await visitor.answer(NAME, CUSTOMER);
    expect(keyOf(await visitor.sent(BOOK))).not.toBe(keyOf(first));
  });

  it('drops a chosen seat that somebody else took, and says so', async () => {
    await choose(0);
    await choose(1);
    streams.open.sendStatus(`aa-${++version}`, ['BOOKED', 'AVAILABLE', 'AVAILABLE', 'AVAILABLE', 'AVAILABLE']);
    await visitor.sees('Somebody else took Row A, seat 1. Choose others.');
    await visitor.sees('Book 1 seat');
  });
});
