import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { AuditStatus, RESTING_REFRESH_MS, RUNNING_REFRESH_MS } from './audit-status';

describe('AuditStatus', () => {
  let http: HttpTestingController;
  let visibility: DocumentVisibilityState;

  beforeEach(() => {
    jest.useFakeTimers();
    visibility = 'visible';
    jest.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
    TestBed.configureTestingModule({ providers: [AuditStatus, provideHttpClient(), provideHttpClientTesting()] });
    TestBed.inject(AuditStatus);
    http = TestBed.inject(HttpTestingController);
    TestBed.tick();
  });

  afterEach(() => {
    TestBed.resetTestingModule();
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  const pass = async (milliseconds: number): Promise<void> => {
    await jest.advanceTimersByTimeAsync(milliseconds);
    TestBed.tick();
  };
  const asked = (): number => http.match('/api/admin/audit').length;
  const answer = async (running: boolean): Promise<void> => {
    const progress = { startedAt: '2026-11-22T16:10:00.000Z', showsDone: 1, showsTotal: 2 };
    http.expectOne('/api/admin/audit').flush({ running: running ? progress : null, last: null });
    await pass(0);
  };

  it('asks every second while an audit runs, and seldom when none does', async () => {
    await answer(true);
    await pass(RUNNING_REFRESH_MS);
    await answer(false);
    await pass(RESTING_REFRESH_MS - 1);
    expect(asked()).toBe(0);
    await pass(1);
    expect(asked()).toBe(1);
  });

  it('rests while nobody looks, and asks at once when somebody does again', async () => {
    await answer(false);
    visibility = 'hidden';
    await pass(2 * RESTING_REFRESH_MS);
    expect(asked()).toBe(0);
    visibility = 'visible';
    document.dispatchEvent(new Event('visibilitychange'));
    TestBed.tick();
    expect(asked()).toBe(1);
  });

  it('asks no more when the page is left', async () => {
    await answer(true);
    TestBed.resetTestingModule();
    await pass(RESTING_REFRESH_MS);
    expect(asked()).toBe(0);
  });
});
