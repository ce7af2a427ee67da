import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { SeatResponse, SeatStatus, ShowResponse } from '@modex/web-api-client';
import { SessionStore, User } from '@modex/web-account';
import { SeatMapHarness } from '@modex/web-ui';
import { REFRESH_MS, SHOW_REFRESH_MS } from './house';
import { ShowPage } from './show-page';

const SHOW: ShowResponse = {
  id: 'ondine',
  title: 'Ondine',
  startTime: '2099-12-12T19:30:00.000Z',
  venue: 'Kursaal',
  description: null,
  status: 'ON_SALE',
  bookable: true,
  totalSeats: 4,
  freeSeats: 4,
};
const ADA: User = { userId: 'ada', name: 'Ada', email: 'ada@example.org', role: 'CUSTOMER', kind: 'GUEST' };

function seats(states: Readonly<Record<string, SeatStatus>> = {}): SeatResponse[] {
  return [1, 2, 3, 4].map((seatNumber) => {
    const id = `A${seatNumber}`;
    return { id, rowNumber: 'A', seatNumber, status: states[id] ?? 'AVAILABLE' };
  });
}

describe('ShowPage', () => {
  let fixture: ComponentFixture<ShowPage>;
  let http: HttpTestingController;
  let loader: HarnessLoader;
  let version = 0;
  const signInThen = jest.fn<Promise<User | undefined>, [string?, number?]>();

  beforeEach(() => {
    signInThen.mockReset().mockResolvedValue(ADA);
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: SessionStore, useValue: { user: signal<User | undefined>(undefined), signInThen } },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(ShowPage);
    fixture.componentRef.setInput('showId', 'ondine');
    loader = TestbedHarnessEnvironment.loader(fixture);
    TestBed.tick();
  });

  afterEach(() => fixture.destroy());

  /** Lets every promise that is due run, then the rendering that follows from it. */
  const settled = async (): Promise<void> => {
    await new Promise((due) => setTimeout(due));
    await fixture.whenStable();
  };
  const text = (): string => fixture.nativeElement.textContent.replace(/\s+/g, ' ');
  const button = (label: string): HTMLButtonElement => {
    const buttons: HTMLButtonElement[] = [...fixture.nativeElement.querySelectorAll('button')];
    const found = buttons.find((candidate) => candidate.textContent?.trim() === label);
    if (!found) throw new Error(`No button "${label}" among ${buttons.map((b) => b.textContent?.trim()).join(', ')}`);
    return found;
  };
  const answerSeats = async (states?: Readonly<Record<string, SeatStatus>>): Promise<void> => {
    http
      .expectOne('/api/shows/ondine/seats')
      .flush({ showId: 'ondine', version: `${++version}`, seats: seats(states) });
    await settled();
  };
  const open = async (): Promise<SeatMapHarness> => {
    http.expectOne('/api/shows/ondine').flush(SHOW);
    await answerSeats();
    return loader.getHarness(SeatMapHarness);
  };
  const press = async (label: string): Promise<void> => {
    button(label).click();
    await settled();
  };

  it('keeps the other seats when one was taken, and names the one that is gone', async () => {
    const map = await open();
    await map.toggle('Row A, seat 1');
    await map.toggle('Row A, seat 2');
    await press('Book 2 seats');
    http
      .expectOne('/api/shows/ondine/book')
      .flush({ code: 'seat-taken', seatIds: ['A2'] }, { status: 409, statusText: 'Conflict' });
    await settled();
    await answerSeats({ A2: 'BOOKED' });
    expect(await map.labelsMarked('chosen')).toEqual(['Row A, seat 1, chosen']);
    expect(await map.labelsMarked('lost')).toEqual(['Row A, seat 2, just taken by someone else']);
    expect(fixture.nativeElement.querySelector('[role=alert]').textContent).toContain('Row A, seat 2 is gone');
    expect(button('Book 1 seat').disabled).toBe(false);
  });

  it('books the chosen seats for whoever signs in, and goes to the ticket', async () => {
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    const map = await open();
    await map.toggle('Row A, seat 3');
    await press('Book 1 seat');
    const call = http.expectOne('/api/shows/ondine/book');
    expect(call.request.body).toEqual({ userId: 'ada', seatIds: ['A3'] });
    call.flush({ bookingId: 'b1', status: 'CONFIRMED' }, { status: 201, statusText: 'Created' });
    await settled();
    expect(signInThen).toHaveBeenCalledWith('book', 1);
    expect(navigate).toHaveBeenCalledWith(['/booked', 'b1']);
  });

  it('asks who it is and books again when the session has ended', async () => {
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    const map = await open();
    await map.toggle('Row A, seat 3');
    await press('Book 1 seat');
    http
      .expectOne('/api/shows/ondine/book')
      .flush({ code: 'unauthenticated' }, { status: 401, statusText: 'Unauthorized' });
    await settled();
    await answerSeats();
    await settled();
    expect(signInThen).toHaveBeenCalledWith('ended', 1);
    http.expectOne('/api/shows/ondine/book').flush({ bookingId: 'b2' }, { status: 201, statusText: 'Created' });
    await settled();
    expect(navigate).toHaveBeenCalledWith(['/booked', 'b2']);
  });

  it('keeps the choice and books nothing when the sign-in is dismissed', async () => {
    signInThen.mockResolvedValue(undefined);
    const map = await open();
    await map.toggle('Row A, seat 3');
    await press('Book 1 seat');
    http.expectNone('/api/shows/ondine/book');
    expect(await map.labelsMarked('chosen')).toEqual(['Row A, seat 3, chosen']);
  });

  it('shows a seat as lost when a refresh finds it taken before booking', async () => {
    jest.useFakeTimers();
    try {
      http.expectOne('/api/shows/ondine').flush(SHOW);
      http.expectOne('/api/shows/ondine/seats').flush({ showId: 'ondine', version: 'a', seats: seats() });
      await jest.advanceTimersByTimeAsync(50);
      fixture.nativeElement.querySelector('[data-seat="0"]').dispatchEvent(new MouseEvent('click', { bubbles: true }));
      fixture.nativeElement.querySelector('[data-seat="3"]').dispatchEvent(new MouseEvent('click', { bubbles: true }));
      await jest.advanceTimersByTimeAsync(REFRESH_MS);
      http.expectOne('/api/shows/ondine/seats').flush({ showId: 'ondine', version: 'b', seats: seats({ A1: 'HELD' }) });
      await jest.advanceTimersByTimeAsync(50);
      expect(text()).toContain('Row A, seat 1 is gone');
      expect(text()).toContain('Book 1 seat');
    } finally {
      jest.useRealTimers();
    }
  });

  it.each([
    ['This show was cancelled', 'every booking for it is cancelled too', { status: 'CANCELLED' }],
    ['This show has begun', 'your booking is valid as it stands', { startTime: '2020-12-12T19:30:00.000Z' }],
  ] as const)('offers no seats, and leads to the bookings: %s', async (headline, meaning, changes) => {
    http.expectOne('/api/shows/ondine').flush({ ...SHOW, ...changes, bookable: false });
    await answerSeats();
    expect(text()).toContain(headline);
    expect(text()).toContain(meaning);
    expect(fixture.nativeElement.querySelector('[role=grid]')).toBeNull();
    expect(fixture.nativeElement.querySelector('mx-choice-panel')).toBeNull();
    expect(fixture.nativeElement.querySelector('a[href="/bookings"]').textContent).toContain('My bookings');
  });

  it('learns that the show was cancelled while somebody chooses, and asks no more', async () => {
    jest.useFakeTimers();
    try {
      http.expectOne('/api/shows/ondine').flush(SHOW);
      http.expectOne('/api/shows/ondine/seats').flush({ showId: 'ondine', version: 'a', seats: seats() });
      for (let waited = 0; waited + REFRESH_MS < SHOW_REFRESH_MS; waited += REFRESH_MS) {
        await jest.advanceTimersByTimeAsync(REFRESH_MS);
        http.expectOne('/api/shows/ondine/seats').flush({ showId: 'ondine', version: 'a', seats: seats() });
      }
      await jest.advanceTimersByTimeAsync(REFRESH_MS + 50);
      fixture.nativeElement.querySelector('[role=grid] [tabindex="0"]').focus();
      http.expectOne('/api/shows/ondine').flush({ ...SHOW, status: 'CANCELLED', bookable: false });
      await jest.advanceTimersByTimeAsync(50);
      expect(text()).toContain('This show was cancelled');
      expect(document.activeElement?.textContent).toBe('Ondine');
      await jest.advanceTimersByTimeAsync(SHOW_REFRESH_MS);
      http.verify();
    } finally {
      jest.useRealTimers();
    }
  });

  it('says so when the show does not exist', async () => {
    http.expectOne('/api/shows/ondine').flush({ code: 'unknown-show' }, { status: 404, statusText: 'Not Found' });
    await settled();
    expect(text()).toContain('This show has left town');
  });

  it('offers to try again when the show could not be loaded', async () => {
    http.expectOne('/api/shows/ondine').flush({ code: 'storage-unavailable' }, { status: 503, statusText: 'Away' });
    await settled();
    expect(text()).toContain('The box office is away for a moment');
    await press('Try again');
    expect(http.match('/api/shows/ondine')).toHaveLength(1);
  });
});
