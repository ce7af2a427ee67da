import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { SeatStatus } from '@modex/web-api-client';
import { HouseWatch, LARGE_REFRESH_MS, REFRESH_MS } from './house-watch';

describe('HouseWatch', () => {
  let watch: HouseWatch;
  let http: HttpTestingController;
  let visibility: DocumentVisibilityState;

  beforeEach(() => {
    jest.useFakeTimers();
    visibility = 'visible';
    jest.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
    TestBed.configureTestingModule({ providers: [HouseWatch, provideHttpClient(), provideHttpClientTesting()] });
    watch = TestBed.inject(HouseWatch);
    http = TestBed.inject(HttpTestingController);
    void watch.watch('s1');
  });

  afterEach(() => {
    watch.stop();
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  const asked = (): number => http.match('/api/shows/s1/seats').length;
  const answer = async (status: SeatStatus, version: string, count = 1): Promise<void> => {
    const seats = Array.from({ length: count }, (_, at) => ({
      id: `${at}`,
      rowNumber: 'A',
      seatNumber: at + 1,
      status,
    }));
    http.expectOne('/api/shows/s1/seats').flush({ showId: 's1', version, seats });
    await jest.advanceTimersByTimeAsync(0);
  };

  it('asks again after a while and shows what has changed', async () => {
    await answer('AVAILABLE', '1');
    expect(watch.counts()).toMatchObject({ AVAILABLE: 1, BOOKED: 0 });
    await jest.advanceTimersByTimeAsync(REFRESH_MS - 1);
    expect(asked()).toBe(0);
    await jest.advanceTimersByTimeAsync(1);
    await answer('BOOKED', '2');
    expect(watch.counts()).toMatchObject({ AVAILABLE: 0, BOOKED: 1 });
  });

  it('rests while nobody looks, and asks at once when somebody does again', async () => {
    await answer('AVAILABLE', '1');
    visibility = 'hidden';
    await jest.advanceTimersByTimeAsync(REFRESH_MS * 5);
    expect(asked()).toBe(0);
    visibility = 'visible';
    document.dispatchEvent(new Event('visibilitychange'));
    expect(asked()).toBe(1);
  });

  it('asks for a large house less often', async () => {
    await answer('AVAILABLE', '1', 6000);
    await jest.advanceTimersByTimeAsync(LARGE_REFRESH_MS - 1);
    expect(asked()).toBe(0);
    await jest.advanceTimersByTimeAsync(1);
    expect(asked()).toBe(1);
  });

  it('keeps the last seats in view when an answer fails, and goes on asking', async () => {
    await answer('AVAILABLE', '1');
    await jest.advanceTimersByTimeAsync(REFRESH_MS);
    http.expectOne('/api/shows/s1/seats').flush({ code: 'overloaded' }, { status: 503, statusText: 'busy' });
    await jest.advanceTimersByTimeAsync(0);
    expect(watch.problem()?.code).toBe('overloaded');
    expect(watch.counts()).toMatchObject({ AVAILABLE: 1 });
    await jest.advanceTimersByTimeAsync(REFRESH_MS);
    await answer('AVAILABLE', '1');
    expect(watch.problem()).toBeUndefined();
  });
});
