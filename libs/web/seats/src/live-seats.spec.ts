import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { SeatStatus } from '@modex/web-api-client';
import { LiveSeats, POLL_MS } from './live-seats';
import { LONGEST_PAUSE_MS } from './seat-stream';
import { FakeStreams, packedStatus, statusesOf } from './testing/fake-streams';

const STATUS = '/api/shows/s1/seats/status';

describe('LiveSeats', () => {
  let live: LiveSeats;
  let http: HttpTestingController;
  let streams: FakeStreams;
  let visibility: DocumentVisibilityState;

  beforeEach(() => {
    jest.useFakeTimers();
    visibility = 'visible';
    jest.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
    streams = new FakeStreams();
    TestBed.configureTestingModule({
      providers: [LiveSeats, streams.provider, provideHttpClient(), provideHttpClientTesting()],
    });
    live = TestBed.inject(LiveSeats);
    http = TestBed.inject(HttpTestingController);
    live.showId.set('s1');
    TestBed.tick();
  });

  afterEach(() => {
    TestBed.resetTestingModule();
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  const pass = async (milliseconds = 0): Promise<void> => {
    for (const part of [milliseconds, 0]) {
      await jest.advanceTimersByTimeAsync(part);
      TestBed.tick();
    }
  };
  const statuses = (): readonly SeatStatus[] => statusesOf(live.status());
  const answerStatus = async (version: string, ...told: readonly SeatStatus[]): Promise<void> => {
    http.expectOne(STATUS).flush({ showId: 's1', version, maxSeatsPerBooking: 10, ...packedStatus(told) });
    await pass();
  };
  const refuse = async (address: string, code: string): Promise<void> => {
    http.expectOne(address).flush({ code }, { status: 503, statusText: code });
    await pass();
  };
  const look = async (at: DocumentVisibilityState): Promise<void> => {
    visibility = at;
    document.dispatchEvent(new Event('visibilitychange'));
    await pass();
  };
  const network = async (change: 'online' | 'offline'): Promise<void> => {
    window.dispatchEvent(new Event(change));
    await pass();
  };
  const open = async (): Promise<void> => {
    await answerStatus('aa-1', 'AVAILABLE', 'AVAILABLE');
    streams.open.send('show', { status: 'ON_SALE' });
    streams.open.sendStatus('aa-1', ['AVAILABLE', 'AVAILABLE']);
    await pass();
  };
  /** With polling: the stream could not be opened. */
  const openBlocked = async (): Promise<void> => {
    await answerStatus('aa-1', 'AVAILABLE', 'AVAILABLE');
    streams.open.fail();
    await pass();
  };

  it('reads the status once, and then follows the stream', async () => {
    await open();
    expect(streams.open.url).toBe('/api/shows/s1/seats/events');
    expect([live.state(), live.showStatus(), live.maxPerBooking()]).toEqual(['live', 'ON_SALE', 10]);
    streams.open.send('changes', { version: 'aa-2', changes: [[1, 2]] });
    expect(statuses()).toEqual(['AVAILABLE', 'BOOKED']);
    streams.open.sendStatus('bb-1', ['HELD', 'BOOKED']);
    expect(statuses()).toEqual(['HELD', 'BOOKED']);
    await pass(10 * POLL_MS);
    http.verify();
  });

  it('asks for the status every few seconds while the stream cannot be opened, and no more once it can', async () => {
    await openBlocked();
    await pass(POLL_MS);
    await answerStatus('aa-2', 'BOOKED', 'AVAILABLE');
    expect([statuses(), live.state()]).toEqual([['BOOKED', 'AVAILABLE'], 'live']);
    for (let asked = 0; streams.openCount === 0; asked++) {
      expect(asked).toBeLessThan(LONGEST_PAUSE_MS / POLL_MS);
      await pass(POLL_MS);
      await answerStatus('aa-2', 'BOOKED', 'AVAILABLE');
    }
    streams.open.sendStatus('aa-3', ['BOOKED', 'BOOKED']);
    expect(statuses()).toEqual(['BOOKED', 'BOOKED']);
    await pass();
    http.match(STATUS);
    await pass(5 * POLL_MS);
    http.expectNone(STATUS);
  });

  it('shows nothing older than what it shows, neither from the stream nor from an answer', async () => {
    await open();
    streams.open.send('changes', { version: 'aa-5', changes: [[0, 2]] });
    streams.open.sendStatus('aa-4', ['AVAILABLE', 'AVAILABLE']);
    streams.open.send('changes', { version: 'aa-3', changes: [[0, 1]] });
    expect(statuses()).toEqual(['BOOKED', 'AVAILABLE']);
    streams.open.fail();
    await pass(POLL_MS);
    await answerStatus('aa-4', 'AVAILABLE', 'AVAILABLE');
    expect(statuses()).toEqual(['BOOKED', 'AVAILABLE']);
  });

  it('drops an answer that was asked for before the stream told more', async () => {
    await openBlocked();
    await pass(POLL_MS);
    const late = http.expectOne(STATUS);
    streams.open.sendStatus('cc-1', ['BOOKED', 'BOOKED']);
    late.flush({ showId: 's1', version: 'bb-9', ...packedStatus(['BOOKED', 'AVAILABLE']) });
    await pass();
    expect(statuses()).toEqual(['BOOKED', 'BOOKED']);
  });

  it('opens the stream anew where changes follow something that it does not have', async () => {
    await open();
    const before = streams.open;
    before.send('changes', { version: 'bb-7', changes: [[0, 2]] });
    expect(statuses()).toEqual(['AVAILABLE', 'AVAILABLE']);
    expect(before.isClosed).toBe(true);
    streams.open.sendStatus('bb-7', ['BOOKED', 'AVAILABLE']);
    expect(statuses()).toEqual(['BOOKED', 'AVAILABLE']);
  });

  it('reads the status again when the show has another number of seats', async () => {
    await open();
    streams.open.sendStatus('bb-1', ['AVAILABLE', 'AVAILABLE', 'BOOKED']);
    await pass();
    await answerStatus('bb-1', 'AVAILABLE', 'AVAILABLE', 'BOOKED');
    expect(statuses()).toEqual(['AVAILABLE', 'AVAILABLE', 'BOOKED']);
  });

  it('follows nothing while the page is hidden, and catches up when it can be seen again', async () => {
    await open();
    await look('hidden');
    expect(streams.openCount).toBe(0);
    await pass(10 * POLL_MS);
    http.verify();
    await look('visible');
    expect(live.state()).toBe('catchingUp');
    streams.open.sendStatus('aa-9', ['BOOKED', 'AVAILABLE']);
    expect([statuses(), live.state()]).toEqual([['BOOKED', 'AVAILABLE'], 'live']);
    http.verify();
  });

  it('asks at once when the page can be seen again and there was no stream before', async () => {
    await openBlocked();
    await look('hidden');
    await pass(10 * POLL_MS);
    http.verify();
    await look('visible');
    await answerStatus('aa-2', 'BOOKED', 'AVAILABLE');
    expect(live.state()).toBe('live');
  });

  it('takes nothing for fresh that it heard while the page was hidden', async () => {
    await openBlocked();
    await pass(POLL_MS);
    await look('hidden');
    await answerStatus('aa-2', 'BOOKED', 'AVAILABLE');
    await pass(10 * POLL_MS);
    await look('visible');
    expect(live.state()).toBe('catchingUp');
    await answerStatus('aa-3', 'BOOKED', 'BOOKED');
    expect([live.state(), statuses()]).toEqual(['live', ['BOOKED', 'BOOKED']]);
  });

  it('says that it is offline when nobody can be asked, tries again, and is live as soon as the network is back', async () => {
    await open();
    await network('offline');
    streams.open.fail();
    await pass();
    http.expectOne(STATUS).error(new ProgressEvent('error'));
    await pass();
    expect([live.state(), live.behind()?.code]).toEqual(['offline', 'unreachable']);
    expect(statuses()).toEqual(['AVAILABLE', 'AVAILABLE']);
    await network('online');
    http.match(STATUS);
    streams.open.sendStatus('aa-2', ['BOOKED', 'AVAILABLE']);
    await pass();
    expect([statuses(), live.state()]).toEqual([['BOOKED', 'AVAILABLE'], 'live']);
  });

  it('stays live without a network where the API is on the same machine', async () => {
    await open();
    await network('offline');
    expect(live.state()).toBe('catchingUp');
    streams.open.sendStatus('aa-1', ['AVAILABLE', 'AVAILABLE']);
    expect(live.state()).toBe('live');
  });

  it('keeps the seats in view while the API refuses, says that it catches up, and goes on asking', async () => {
    await openBlocked();
    await pass(POLL_MS);
    await refuse(STATUS, 'overloaded');
    expect([live.state(), live.behind()?.code]).toEqual(['catchingUp', 'overloaded']);
    expect(statuses()).toEqual(['AVAILABLE', 'AVAILABLE']);
    await pass(POLL_MS);
    await answerStatus('aa-1', 'AVAILABLE', 'AVAILABLE');
    expect([live.state(), live.behind()]).toEqual(['live', undefined]);
  });

  it('asks for the status again while it could not be read', async () => {
    await refuse(STATUS, 'overloaded');
    expect([live.isKnown(), live.problem()?.code]).toEqual([false, 'overloaded']);
    expect(streams.all).toEqual([]);
    await pass(POLL_MS);
    await open();
    expect(live.state()).toBe('live');
  });

  it('asks on demand, unless the stream tells everything anyway', async () => {
    await open();
    await live.refresh();
    http.verify();
    streams.open.fail();
    void live.refresh();
    await pass();
    await answerStatus('aa-2', 'BOOKED', 'AVAILABLE');
    expect(statuses()).toEqual(['BOOKED', 'AVAILABLE']);
  });

  it('follows another show, or none, from then on', async () => {
    await open();
    const first = streams.open;
    live.showId.set('s2');
    await pass();
    expect([first.isClosed, live.isKnown(), live.showStatus()]).toEqual([true, false, undefined]);
    http
      .expectOne('/api/shows/s2/seats/status')
      .flush({ showId: 's2', version: 'a-1', maxSeatsPerBooking: 1, ...packedStatus(['BOOKED']) });
    await pass();
    expect(streams.open.url).toBe('/api/shows/s2/seats/events');
    live.showId.set(undefined);
    await pass();
    expect(streams.openCount).toBe(0);
    await pass(10 * POLL_MS);
    http.verify();
  });

  it('ends with the page', async () => {
    await open();
    TestBed.resetTestingModule();
    expect(streams.openCount).toBe(0);
  });
});
