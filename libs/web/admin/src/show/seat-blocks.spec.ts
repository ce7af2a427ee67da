import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { SeatStatus } from '@modex/domain';
import { packStatuses, plainShowPlan } from '@modex/web-seats';
import { Visitor } from '@modex/web-ui/testing';
import { SeatBlocks } from './seat-blocks';

describe('SeatBlocks', () => {
  let fixture: ComponentFixture<SeatBlocks>;
  let visitor: Visitor;
  let changes: number;

  const plan = plainShowPlan({ totalSeats: 5, seatsPerRow: 5 }, '0123456789abcdef');
  const idAt = (index: number): string => plan.idAt(index);
  const show = (...statuses: readonly SeatStatus[]): void => {
    fixture.componentRef.setInput('plan', plan);
    fixture.componentRef.setInput('status', packStatuses(statuses));
    TestBed.tick();
  };
  const boxes = (): HTMLInputElement[] => [...fixture.nativeElement.querySelectorAll('input[type=checkbox]')];
  const tick = (place: number): void => {
    boxes()[place]?.click();
    TestBed.tick();
  };

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    visitor = new Visitor(document, TestBed.inject(HttpTestingController));
    fixture = TestBed.createComponent(SeatBlocks);
    document.body.append(fixture.nativeElement);
    fixture.componentRef.setInput('showId', 's1');
    changes = 0;
    fixture.componentInstance.changed.subscribe(() => changes++);
    show('AVAILABLE', 'BLOCKED', 'BOOKED', 'HELD', 'AVAILABLE');
    fixture.nativeElement.querySelector('details').open = true;
    fixture.nativeElement.querySelector('details').dispatchEvent(new Event('toggle'));
    TestBed.tick();
  });
  afterEach(() => fixture.destroy());

  it('offers free and blocked seats, and none that a customer has', () => {
    expect(boxes().map(({ disabled }) => disabled)).toEqual([false, false, true, true, false]);
    expect(visitor.text()).toContain('seat 3, sold');
  });

  it('blocks the free seats that are ticked, with a reason and words', async () => {
    [0, 1, 4].forEach(tick);
    await visitor.fill('In your words optional', '  The armrest is loose. ');
    await visitor.press('Block 2 seats');
    const done = { changedSeatIds: [idAt(0), idAt(4)], unchangedSeatIds: [] };
    const { request } = await visitor.answer('POST /api/admin/shows/s1/seats/block', done);
    expect(request.body).toEqual({ seatIds: [idAt(0), idAt(4)], reason: 'house', words: 'The armrest is loose.' });
    await visitor.sees('2 seats are blocked.');
    expect([changes, boxes().some(({ checked }) => checked)]).toEqual([1, false]);
  });

  it('releases the blocked seats that are ticked', async () => {
    [0, 1].forEach(tick);
    await visitor.press('Release 1 seat');
    const done = { changedSeatIds: [idAt(1)], unchangedSeatIds: [] };
    const { request } = await visitor.answer('POST /api/admin/shows/s1/seats/release', done);
    expect(request.body).toEqual({ seatIds: [idAt(1)] });
    await visitor.sees('1 seat is on sale.');
  });

  it('says why a block was refused, keeps the choice, and asks for the seats anew', async () => {
    tick(0);
    await visitor.press('Block 1 seat');
    await visitor.refuse('POST /api/admin/shows/s1/seats/block', { status: 409, code: 'seat-taken' });
    await visitor.sees('Customers have some of these seats');
    expect([changes, boxes()[0]?.checked]).toEqual([1, true]);
  });
});
