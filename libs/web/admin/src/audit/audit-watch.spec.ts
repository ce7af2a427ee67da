import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { AuditWatch, RESTING_REFRESH_MS, RUNNING_REFRESH_MS } from './audit-watch';

describe('AuditWatch', () => {
  let watch: AuditWatch;
  let http: HttpTestingController;
  let visibility: DocumentVisibilityState;

  beforeEach(() => {
    jest.useFakeTimers();
    visibility = 'visible';
    jest.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
    TestBed.configureTestingModule({ providers: [AuditWatch, provideHttpClient(), provideHttpClientTesting()] });
    watch = TestBed.inject(AuditWatch);
    http = TestBed.inject(HttpTestingController);
    void watch.look();
  });

  afterEach(() => {
    TestBed.resetTestingModule();
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  const asked = (): number => http.match('/api/admin/audit').length;
  const answer = async (running: boolean): Promise<void> => {
    const progress = { startedAt: '2026-11-22T16:10:00.000Z', showsDone: 1, showsTotal: 2 };
    http.expectOne('/api/admin/audit').flush({ running: running ? progress : null, last: null });
    await jest.advanceTimersByTimeAsync(0);
  };

  it('asks every second while an audit runs, and seldom when none does', async () => {
    await answer(true);
    await jest.advanceTimersByTimeAsync(RUNNING_REFRESH_MS);
    await answer(false);
    await jest.advanceTimersByTimeAsync(RESTING_REFRESH_MS - 1);
    expect(asked()).toBe(0);
    await jest.advanceTimersByTimeAsync(1);
    expect(asked()).toBe(1);
  });

  it('rests while nobody looks, and asks at once when somebody does again', async () => {
    await answer(false);
    visibility = 'hidden';
    await jest.advanceTimersByTimeAsync(2 * RESTING_REFRESH_MS);
    expect(asked()).toBe(0);
    visibility = 'visible';
    document.dispatchEvent(new Event('visibilitychange'));
    expect(asked()).toBe(1);
  });

  it('asks no more when the page is left', async () => {
    await answer(true);
    TestBed.resetTestingModule();
    await jest.advanceTimersByTimeAsync(RESTING_REFRESH_MS);
    expect(asked()).toBe(0);
  });
});
