import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { SeatStatus } from '@modex/web-api-client';
import { seatOf } from '@modex/web-ui/testing';
import { LiveSeats, LARGE_REFRESH_MS, REFRESH_MS } from './live-seats';

describe('LiveSeats', () => {
  let watch: LiveSeats;
  let http: HttpTestingController;
  let visibility: DocumentVisibilityState;

  beforeEach(() => {
    jest.useFakeTimers();
    visibility = 'visible';
    jest.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
    TestBed.configureTestingModule({ providers: [LiveSeats, provideHttpClient(), provideHttpClientTesting()] });
    watch = TestBed.inject(LiveSeats);
    http = TestBed.inject(HttpTestingController);
    watch.showId.set('s1');
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
  const asked = (): number => http.match('/api/shows/s1/seats').length;
  const answer = async (status: SeatStatus, version: string, count = 1): Promise<void> => {
    const seats = Array.from({ length: count }, (_, at) => seatOf('A', at + 1, { status }));
    http.expectOne('/api/shows/s1/seats').flush({ showId: 's1', version, seats });
    await pass(0);
  };

  it('asks again after a while and shows what has changed', async () => {
    await answer('AVAILABLE', '1');
    expect(watch.counts()).toMatchObject({ AVAILABLE: 1, BOOKED: 0 });
    await pass(REFRESH_MS - 1);
    expect(asked()).toBe(0);
    await pass(1);
    await answer('BOOKED', '2');
    expect(watch.counts()).toMatchObject({ AVAILABLE: 0, BOOKED: 1 });
  });

  it('rests while nobody looks, and asks at once when somebody does again', async () => {
    await answer('AVAILABLE', '1');
    visibility = 'hidden';
    await pass(REFRESH_MS * 5);
    expect(asked()).toBe(0);
    visibility = 'visible';
    document.dispatchEvent(new Event('visibilitychange'));
    TestBed.tick();
    expect(asked()).toBe(1);
  });

  it('asks for a large show less often', async () => {
    await answer('AVAILABLE', '1', 6000);
    await pass(LARGE_REFRESH_MS - 1);
    expect(asked()).toBe(0);
    await pass(1);
    expect(asked()).toBe(1);
  });

  it('keeps the last seats in view when an answer fails, and goes on asking', async () => {
    await answer('AVAILABLE', '1');
    await pass(REFRESH_MS);
    http.expectOne('/api/shows/s1/seats').flush({ code: 'overloaded' }, { status: 503, statusText: 'busy' });
    await pass(0);
    expect(watch.problem()?.code).toBe('overloaded');
    expect(watch.counts()).toMatchObject({ AVAILABLE: 1 });
    await pass(REFRESH_MS);
    await answer('AVAILABLE', '1');
    expect(watch.problem()).toBeUndefined();
  });
});
