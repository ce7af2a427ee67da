import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { InPlan, PlanReading, planOfShow } from './plan-of-show';
import { arena } from './testing/arena';

const PLAIN: InPlan = {
  planId: 'plain-6-3',
  planVersion: 1,
  totalSeats: 6,
  seatsPerRow: 3,
  seatPrefix: '0123456789abcdef',
};
const DRAWN: InPlan = { ...PLAIN, planId: 'p1', planVersion: 2, totalSeats: 400 };

describe('the plan of a show', () => {
  const show = signal<InPlan | undefined>(undefined);
  let http: HttpTestingController;
  let told: PlanReading;

  beforeEach(() => {
    show.set(undefined);
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    http = TestBed.inject(HttpTestingController);
    told = TestBed.runInInjectionContext(() => planOfShow(show));
  });

  const settled = async (): Promise<void> => {
    TestBed.tick();
    await new Promise((due) => setTimeout(due));
    TestBed.tick();
  };
  const put = async (now: InPlan): Promise<void> => {
    show.set(now);
    await settled();
  };
  const asked = (version: number) => http.expectOne(`/api/plans/p1/versions/${version}/layout`);
  const answer = async (version: number): Promise<void> => {
    asked(version).flush(arena().plan.layout);
    await settled();
  };

  it('is made of its size where it is plain, and nothing is asked for', async () => {
    await put(PLAIN);
    expect(told.plan()?.nameAt(4)).toBe('Row B, seat 2');
    http.verify();
  });

  it('is read where it was drawn', async () => {
    await put(DRAWN);
    expect(told.plan()).toBeUndefined();
    await answer(2);
    expect(told.plan()?.size).toBe(400);
    expect(told.plan()?.nameAt(0)).toBe('Stalls · Row A · Seat 1');
  });

  it('stays the same when only the show changes', async () => {
    await put(DRAWN);
    await answer(2);
    const before = told.plan();
    await put({ ...DRAWN });
    expect(told.plan()).toBe(before);
    http.verify();
  });

  it('is read anew when the show moves to another version', async () => {
    await put(DRAWN);
    await answer(2);
    await put({ ...DRAWN, planVersion: 3 });
    await answer(3);
    expect(told.plan()?.size).toBe(400);
  });

  it('is asked for once more after a failure', async () => {
    await put(DRAWN);
    asked(2).flush({ code: 'overloaded' }, { status: 503, statusText: 'Busy' });
    await settled();
    expect(told.problem()?.code).toBe('overloaded');
    const again = told.reload();
    await settled();
    await answer(2);
    await again;
    expect([told.problem(), told.plan()?.size]).toEqual([undefined, 400]);
  });
});
