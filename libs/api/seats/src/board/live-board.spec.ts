import * as fc from 'fast-check';
import { inPlainPlan, SEAT_STATUSES, seatIdAt, SeatStatus, statusCode } from '@modex/domain';
import { LiveBoard } from './live-board';
import { SeatStatuses, StatusReading } from './seat-statuses';

const SHOW = 'a'.repeat(24);
const SIZE = 4;
/** A write may be seen so long after the time that stands in it, by the database's clock. */
const LATEST = 10_000;

interface StoredSeat {
  status: SeatStatus;
  changedAt: number | undefined;
}

/** Seats as the database has them, and readings whose answers arrive when the test says so. */
class Store extends SeatStatuses {
  readonly seats: StoredSeat[] = Array.from({ length: SIZE }, () => ({ status: 'AVAILABLE', changedAt: undefined }));
  /** The database's clock; an hour before this process's. */
  clock = 1_000_000;
  private readonly answers: (() => void)[] = [];
  readings = 0;

  findTaken = () => this.answer(({ status }) => status !== 'AVAILABLE');

  findChanged = (_: string, since = new Date(0)) =>
    this.answer(({ changedAt }) => changedAt !== undefined && changedAt >= since.getTime());

  /** A write that is seen now and whose command began `late` ago. */
  write(place: number, status: SeatStatus, late = 0): void {
    this.seats[place] = { status, changedAt: ++this.clock - late };
  }

  /** The oldest answer on its way arrives. */
  async arrive(): Promise<void> {
    this.answers.shift()?.();
    await settled();
  }

  get isAsked(): boolean {
    return this.answers.length > 0;
  }

  private async answer(isFound: (seat: StoredSeat) => boolean): Promise<StatusReading> {
    this.readings++;
    const readAt = new Date(++this.clock);
    const found = this.seats.flatMap((seat, place) => (isFound(seat) ? [{ place, ...seat }] : []));
    await new Promise<void>((arrive) => this.answers.push(arrive));
    return {
      places: found.map(({ place }) => place),
      codes: found.map(({ status }) => statusCode(status)),
      readAt: found.length > 0 ? readAt : undefined,
    };
  }
}

/** A board with its store; `now` is this process's clock. */
function open() {
  const [store, clock] = [new Store(), { now: 5_000_000 }];
  const live = new LiveBoard(inPlainPlan({ id: SHOW, totalSeats: SIZE, seatsPerRow: SIZE }), store, () => clock.now);
  const statuses = () => store.seats.map((_, place) => live.board.status.statusAt(place));
  const tell = (place: number, status: SeatStatus, bookingId: string) =>
    live.tell({ showId: SHOW, seatIds: [seatIdAt('0'.repeat(16), place)], status, bookingId });
  const hear = (place: number, status: SeatStatus, bookingId: string) =>
    live.hear({ showId: SHOW, seatIds: [seatIdAt('0'.repeat(16), place)], status, bookingId });
  const pass = (ms: number) => {
    clock.now += ms;
    store.clock += ms;
  };
  /** A reading from its beginning to its end, two seconds later. */
  const look = async () => {
    pass(2_000);
    const done = live.refresh();
    await settled();
    while (store.isAsked) await store.arrive();
    await done;
  };
  return { store, live, statuses, tell, hear, pass, look };
}

/** Whatever can go on without an answer of the database has gone on. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('a live board', () => {
  it('reads once, however many ask, and no more for two seconds', async () => {
    const { store, live, pass } = open();
    const all = Array.from({ length: 1_000 }, () => live.refresh());
    await store.arrive();
    await Promise.all(all);
    pass(1_999);
    await live.refresh();
    expect([store.readings, live.isFresh]).toEqual([1, true]);
    pass(1);
    expect(live.isFresh).toBe(false);
  });

  it('finds what others wrote, and what they wrote back', async () => {
    const { store, statuses, look } = open();
    store.write(1, 'BOOKED');
    await look();
    expect(statuses()).toEqual(['AVAILABLE', 'BOOKED', 'AVAILABLE', 'AVAILABLE']);
    store.write(1, 'AVAILABLE');
    store.write(2, 'HELD');
    await look();
    expect(statuses()).toEqual(['AVAILABLE', 'AVAILABLE', 'HELD', 'AVAILABLE']);
  });

  it('has what it is told at once, also while a reading is on its way that began before', async () => {
    const { store, live, statuses, tell } = open();
    const reading = live.refresh();
    store.write(0, 'BOOKED');
    tell(0, 'BOOKED', 'a');
    await store.arrive();
    await reading;
    expect(statuses()[0]).toBe('BOOKED');
  });

  it('is not misled by the answer to a release that comes after that to the next lock', async () => {
    const { statuses, tell, look, store } = open();
    await look();
    for (const status of ['BOOKED', 'AVAILABLE', 'BOOKED'] as const) store.write(0, status);
    tell(0, 'BOOKED', 'a');
    tell(0, 'BOOKED', 'b');
    tell(0, 'AVAILABLE', 'a');
    expect(statuses()[0]).toBe('BOOKED');
    await look();
    tell(0, 'AVAILABLE', 'a');
    expect(statuses()[0]).toBe('BOOKED');
    tell(0, 'AVAILABLE', 'b');
    expect(statuses()[0]).toBe('AVAILABLE');
  });

  it('reads again for who asks after a doubt, also when a reading that began before is still on its way', async () => {
    const { store, live, statuses } = open();
    const before = live.refresh();
    await settled();
    store.write(1, 'BOOKED');
    live.doubt();
    const after = live.refresh();
    await store.arrive();
    await store.arrive();
    await Promise.all([before, after]);
    expect([statuses()[1], store.readings, live.isFresh]).toEqual(['BOOKED', 2, true]);
    live.doubt();
    expect(live.isFresh).toBe(false);
  });

  it('lets nobody who asks after a doubt go on before the next reading is there, whoever began it', async () => {
    const { store, live, statuses } = open();
    const before = live.refresh();
    await settled();
    store.write(1, 'BOOKED');
    live.doubt();
    const seen: string[] = [];
    const after = live.refresh().then(() => seen.push(statuses()[1] ?? ''));
    await store.arrive();
    expect([seen, store.readings]).toEqual([[], 2]);
    await store.arrive();
    await Promise.all([before, after]);
    expect(seen).toEqual(['BOOKED']);
  });

  it('reads anew for who does not trust it, also when it is fresh', async () => {
    const { store, live, statuses, look } = open();
    await look();
    store.write(1, 'BOOKED');
    const anew = Promise.all([live.refreshAnew(), live.refreshAnew()]);
    await settled();
    await store.arrive();
    await anew;
    expect([statuses()[1], store.readings]).toEqual(['BOOKED', 2]);
  });

  it('has what another process tells at once', async () => {
    const { store, statuses, hear, look } = open();
    await look();
    store.write(2, 'BOOKED');
    hear(2, 'BOOKED', 'a');
    expect(statuses()[2]).toBe('BOOKED');
    const before = store.readings;
    await look();
    expect([statuses()[2], store.readings]).toEqual(['BOOKED', before + 1]);
  });

  it('takes a notice of another process for old when the next read does not find it, and reads everything anew', async () => {
    const { store, statuses, hear, pass, look } = open();
    store.write(0, 'BOOKED');
    store.write(0, 'AVAILABLE');
    await look();
    pass(2 * LATEST);
    await look();
    hear(0, 'BOOKED', 'a');
    hear(SIZE + 7, 'BOOKED', 'a');
    expect(statuses()[0]).toBe('BOOKED');
    await look();
    expect(statuses()[0]).toBe('AVAILABLE');
  });

  it('looks for it also after a read that failed', async () => {
    const { store, live, statuses, hear, pass, look } = open();
    await look();
    pass(2 * LATEST);
    await look();
    hear(0, 'BOOKED', 'a');
    pass(2_000);
    jest.spyOn(store, 'findChanged').mockRejectedValueOnce(new Error('away'));
    await expect(live.refresh()).rejects.toThrow('away');
    await look();
    expect(statuses()[0]).toBe('AVAILABLE');
  });

  it('finds a change that is seen as late as a command may take', async () => {
    const { store, statuses, pass, look } = open();
    store.write(3, 'BOOKED');
    await look();
    pass(LATEST / 2);
    await look();
    store.write(0, 'BOOKED', LATEST - 3_000);
    await look();
    expect(statuses()).toEqual(['BOOKED', 'AVAILABLE', 'AVAILABLE', 'BOOKED']);
  });

  it('finds within a minute what no change tells', async () => {
    const { store, statuses, pass, look } = open();
    store.write(0, 'BOOKED');
    await look();
    // As an instance of an earlier version writes.
    (store.seats[0] as StoredSeat).status = 'AVAILABLE';
    (store.seats[1] as StoredSeat).status = 'BLOCKED';
    await look();
    expect(statuses().slice(0, 2)).not.toEqual(['AVAILABLE', 'BLOCKED']);
    pass(60_000);
    await look();
    expect(statuses().slice(0, 2)).toEqual(['AVAILABLE', 'BLOCKED']);
  });

  it('goes on after a reading that failed', async () => {
    const { store, live, statuses, pass } = open();
    jest.spyOn(store, 'findTaken').mockRejectedValueOnce(new Error('away'));
    await expect(live.refresh()).rejects.toThrow('away');
    expect(live.isFresh).toBe(false);
    store.write(2, 'HELD');
    pass(10);
    const again = live.refresh();
    await store.arrive();
    await again;
    expect(statuses()[2]).toBe('HELD');
  });

  it('ends up with what is stored, however writes, their answers and readings follow each other', async () => {
    await fc.assert(fc.asyncProperty(fc.array(steps, { maxLength: 60 }), converges), { numRuns: 300 });
  });
});

/**
 * What may happen next: somebody writes, an answer to a write or a reading arrives, another process says anything at all,
 * somebody reads, time passes.
 */
const steps = fc.oneof(
  fc.record({
    kind: fc.constantFrom('own', 'foreign'),
    place: fc.nat({ max: SIZE - 1 }),
    status: fc.constantFrom(...SEAT_STATUSES),
    late: fc.nat({ max: LATEST / 2 }),
  }),
  fc.record({ kind: fc.constant('told'), which: fc.nat({ max: 9 }) }),
  fc.record({
    kind: fc.constant('heard'),
    place: fc.nat({ max: SIZE }),
    status: fc.constantFrom(...SEAT_STATUSES),
    bookingId: fc.constantFrom('x', 'y'),
  }),
  fc.record({ kind: fc.constantFrom('read', 'arrive') }),
  fc.record({ kind: fc.constant('pass'), ms: fc.constantFrom(1, 500, 2_000, 3_000, 20_000) }),
) as fc.Arbitrary<Step>;

type Step =
  | { readonly kind: 'own' | 'foreign'; readonly place: number; readonly status: SeatStatus; readonly late: number }
  | { readonly kind: 'told'; readonly which: number }
  | { readonly kind: 'heard'; readonly place: number; readonly status: SeatStatus; readonly bookingId: string }
  | { readonly kind: 'read' | 'arrive' }
  | { readonly kind: 'pass'; readonly ms: number };

/** Answers are never so late that, with a late write, they would come after all that a reading looks back. */
const LATEST_ANSWER = LATEST / 2 - 1_000;

async function converges(all: readonly Step[]): Promise<void> {
  const { store, live, statuses, tell, hear, pass, look } = open();
  const untold: (() => void)[] = [];
  let waited = 0;
  const answerAll = async () => {
    for (const tellIt of untold.splice(0)) tellIt();
    while (store.isAsked) await store.arrive();
    waited = 0;
  };
  for (const step of all) {
    if (step.kind === 'pass') {
      waited += untold.length > 0 || store.isAsked ? step.ms : 0;
      if (waited > LATEST_ANSWER) await answerAll();
      pass(step.ms);
    }
    if (step.kind === 'read') void live.refresh();
    if (step.kind === 'arrive') await store.arrive();
    if (step.kind === 'heard') hear(step.place, step.status, step.bookingId);
    if (step.kind === 'told') untold.splice(step.which % Math.max(1, untold.length), 1)[0]?.();
    if (step.kind === 'own' || step.kind === 'foreign') store.write(step.place, step.status, step.late);
    if (step.kind === 'own') untold.push(() => tell(step.place, step.status, 'x'));
    await settled();
  }
  await answerAll();
  await look();
  expect(statuses()).toEqual(store.seats.map(({ status }) => status));
}
