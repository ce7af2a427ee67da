import { SeatRepository } from '@modex/api-seats';
import { ShowRepository } from '@modex/api-shows';
import { AuditReport, plainPlan } from '@modex/domain';
import { eventually, inDays } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/audit';
import { AuditService } from './audit.service';

describe('the audit', () => {
  let api: TestApi;
  let buyer: SignedInUser;
  let show: TestShow;
  let bookingId: string;

  beforeAll(async () => {
    api = await startTestApi();
    buyer = await api.guest();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    for (const collection of ['shows', 'seats', 'bookings'] as const) await api.stored(collection).deleteMany({});
    show = await api.show({ totalSeats: 6 });
    bookingId = (await api.book(buyer, show, { seatIds: show.seatIds.slice(0, 2) })).body.bookingId;
  });

  const seat = (place: number) => ({ _id: api.objectId(show.seatIds[place] ?? '') });
  const stored = (id: string) => ({ _id: api.objectId(id) });

  /** Runs an audit to its end. */
  async function audit() {
    await api.find(AuditService).runNow();
    return eventually(async () => {
      const { running, last } = await api.find(AuditService).findState();
      expect(running).toBeUndefined();
      return last as AuditReport;
    });
  }
  const violations = async () => (await audit()).violations;

  it('finds nothing wrong in a show that only the protocol has touched', async () => {
    await api.post(`/api/bookings/${bookingId}/cancel`, { token: buyer.token });
    await api.book(buyer, show, { seatIds: show.seatIds.slice(1, 4) });
    const report = await audit();
    expect(report).toMatchObject({ shows: 1, seats: 6, confirmedBookings: 1, seatsInFlight: 0, violations: [] });
    expect(report.counts.every((count) => count.violations === 0)).toBe(true);
  });

  describe('of a seat that was given back while its booking stayed', () => {
    beforeEach(async () => {
      const body = { seatIds: [show.seatIds[1]] };
      await api.post(`/api/bookings/${bookingId}/cancel`, { token: buyer.token, body });
    });

    it('finds nothing wrong, sold again or not', async () => {
      expect(await violations()).toEqual([]);
      await api.book(buyer, show, { seatIds: show.seatIds.slice(1, 2) });
      expect(await audit()).toMatchObject({ confirmedBookings: 2, seatsInFlight: 0, violations: [] });
    });

    /** The seat carries the booking still, which gave it back so long ago. */
    const keptFor = async (ms: number) => {
      const booking = stored(bookingId)._id;
      await api.stored('seats').updateOne(seat(1), { $set: { status: 'BOOKED', booking_id: booking } });
      const at = new Date(Date.now() - ms);
      await api.stored('bookings').updateOne(stored(bookingId), { $set: { 'returned.0.at': at } });
    };

    it('takes it for neither sold nor lost while it is just being released', async () => {
      await keptFor(0);
      expect(await audit()).toMatchObject({ seatsInFlight: 1, violations: [] });
    });

    it('sees that it was never released', async () => {
      await keptFor(60_000);
      expect(await violations()).toEqual([
        expect.objectContaining({ rule: 'seat-owner', seatId: show.seatIds[1], bookingId }),
      ]);
    });

    it('sees that it was sold again too early', async () => {
      const again = await api.book(buyer, show, { seatIds: show.seatIds.slice(1, 2) });
      const before = { confirmed_at: new Date(Date.now() - 60_000) };
      for (const id of [bookingId, again.body.bookingId]) {
        await api.stored('bookings').updateOne(stored(id), { $set: before });
      }
      expect(await violations()).toEqual([expect.objectContaining({ rule: 'double-owner', seatId: show.seatIds[1] })]);
    });
  });

  describe('of a hold', () => {
    let holdId: string;
    beforeEach(async () => {
      holdId = (await api.hold(await api.guest(), show, show.seatIds.slice(3, 5))).body.holdId;
    });
    const found = (place: number) => [
      expect.objectContaining({ rule: 'seat-owner', seatId: show.seatIds[place], bookingId: holdId }),
    ];

    it('takes its seats for neither sold nor lost', async () => {
      expect(await audit()).toMatchObject({ seatsInFlight: 2, violations: [] });
    });

    it('sees seats that it keeps after its end', async () => {
      await api.endHolds(show, -60_000);
      expect(await violations()).toEqual([...found(3), ...found(4)]);
    });

    it('sees a seat that is BOOKED though its hold has not confirmed', async () => {
      await api.stored('seats').updateOne(seat(3), { $set: { status: 'BOOKED' } });
      expect(await violations()).toEqual(found(3));
    });

    it('sees a seat that is HELD long after its hold confirmed, and lets one follow in a moment', async () => {
      const confirmed = { status: 'CONFIRMED', confirmed_at: new Date() };
      await api.stored('bookings').updateOne(stored(holdId), { $set: confirmed });
      expect(await audit()).toMatchObject({ seatsInFlight: 2, violations: [] });
      const long = { confirmed_at: new Date(Date.now() - 60_000) };
      await api.stored('bookings').updateOne(stored(holdId), { $set: long });
      expect(await violations()).toEqual([...found(3), ...found(4)]);
    });
  });

  it('sees a seat that stands in two confirmed bookings', async () => {
    const [first] = await api.bookingsOf(show);
    const twin = { ...first, _id: api.objectId('0'.repeat(24)), seats: [seat(1)._id] };
    await api.stored('bookings').insertOne(twin);
    const rules = (await violations()).map(({ rule, seatId }) => ({ rule, seatId }));
    expect(rules).toContainEqual({ rule: 'double-owner', seatId: show.seatIds[1] });
  });

  it('sees a seat that was sold twice at a time in the past, though one of the bookings was cancelled since', async () => {
    await api.post(`/api/bookings/${bookingId}/cancel`, { token: buyer.token });
    const again = await api.book(buyer, show, { seatIds: show.seatIds.slice(1, 2) });
    expect(await violations()).toEqual([]);
    const [first] = await api.bookingsOf(show);
    const tooEarly = { confirmed_at: new Date(first?.['ended_at'].getTime() - 5_000) };
    const before = { confirmed_at: new Date(first?.['ended_at'].getTime() - 60_000) };
    await api.stored('bookings').updateOne(stored(bookingId), { $set: before });
    await api.stored('bookings').updateOne(stored(again.body.bookingId), { $set: tooEarly });
    expect(await violations()).toEqual([
      expect.objectContaining({ rule: 'double-owner', showId: show.id, seatId: show.seatIds[1] }),
    ]);
  });

  it('sees a confirmed booking that lost a seat', async () => {
    await api.stored('seats').updateOne(seat(0), { $set: { status: 'AVAILABLE' }, $unset: { booking_id: 1 } });
    expect(await violations()).toEqual([
      expect.objectContaining({ rule: 'missing-seat', showId: show.id, seatId: show.seatIds[0], bookingId }),
    ]);
  });

  it('sees a seat left in the hands of a booking that ended', async () => {
    const past = new Date(Date.now() - 60_000);
    const ended = { status: 'EXPIRED', lease_until: past, ended_at: past };
    await api.stored('bookings').updateOne(stored(bookingId), { $set: ended, $unset: { confirmed_at: 1 } });
    const found = await violations();
    expect(found.map(({ rule }) => rule)).toEqual(['seat-owner', 'seat-owner']);
    expect(found.map(({ seatId }) => seatId)).toEqual(show.seatIds.slice(0, 2));
  });

  it('sees a seat of a booking that does not exist', async () => {
    await api.stored('bookings').deleteOne(stored(bookingId));
    expect((await violations()).map(({ rule }) => rule)).toEqual(['seat-owner', 'seat-owner']);
  });

  it('takes a booking under way for neither sold nor lost', async () => {
    const intent = { userId: buyer.userId, showId: show.id, seats: show.seatIds.slice(3, 5) };
    const booking = await api.underWay(intent);
    const lock = { showId: show.id, seatId: show.seatIds[3] ?? '', bookingId: booking.id };
    await api.find(SeatRepository).lock({ planVersion: 1, ...lock, leaseUntil: booking.leaseUntil });
    expect(await audit()).toMatchObject({ seatsInFlight: 1, violations: [] });
  });

  it('calls the same seat lost when the lease has been over for more than five seconds', async () => {
    const intent = { userId: buyer.userId, showId: show.id, seats: show.seatIds.slice(3, 5) };
    const booking = await api.underWay(intent);
    const lock = { showId: show.id, seatId: show.seatIds[3] ?? '', bookingId: booking.id };
    await api.find(SeatRepository).lock({ planVersion: 1, ...lock, leaseUntil: booking.leaseUntil });
    await api.endLeases(show, -6_000);
    expect(await violations()).toEqual([
      expect.objectContaining({ rule: 'seat-owner', seatId: show.seatIds[3], bookingId: booking.id }),
    ]);
  });

  it('sees a booking that was confirmed and is not any more', async () => {
    await api
      .stored('seats')
      .updateMany({ booking_id: api.objectId(bookingId) }, [
        { $set: { status: 'AVAILABLE' } },
        { $unset: 'booking_id' },
      ]);
    await api.stored('bookings').updateOne(stored(bookingId), { $set: { status: 'FAILED' } });
    expect(await violations()).toEqual([expect.objectContaining({ rule: 'confirmed-stays', bookingId })]);
  });

  it('sees a free seat that carries a booking, and a show that lacks a seat', async () => {
    await api.stored('seats').updateOne(seat(0), { $set: { status: 'AVAILABLE' } });
    await api.stored('seats').deleteOne(seat(5));
    const rules = (await violations()).map(({ rule }) => rule);
    expect(rules).toEqual(expect.arrayContaining(['seat-state', 'house-complete']));
  });

  it('takes a show that is finished while it is read for whole', async () => {
    const [shows, seats] = [api.find(ShowRepository), api.find(SeatRepository)];
    const layout = { totalSeats: 4, seatsPerRow: 4 };
    const asked = {
      title: 'New',
      startTime: inDays(9),
      venue: null,
      description: null,
      layout,
      limitPerCustomer: null,
    };
    const { show: creating } = await shows.open(asked, 30_000);
    await seats.create({ ...creating, plan: plainPlan(layout) }, 0, 2);
    const read = seats.eachOwner.bind(seats);
    const spy = jest.spyOn(seats, 'eachOwner').mockImplementation(async function* (showId) {
      yield* read(showId);
      if (showId !== creating.id) return;
      await seats.create({ ...creating, plan: plainPlan(layout) }, 2, 4);
      await shows.complete(creating.id, 'ON_SALE');
    });
    try {
      expect(await audit()).toMatchObject({ shows: 2, seats: 8, violations: [] });
    } finally {
      spy.mockRestore();
    }
    await expect(shows.findById(creating.id)).resolves.toMatchObject({ status: 'ON_SALE' });
  });

  it('leaves a late seat of a show that was given up to the sweep, and calls it lost when the sweep has ended', async () => {
    const shows = api.find(ShowRepository);
    const layout = { totalSeats: 4, seatsPerRow: 4 };
    const asked = {
      title: 'Given up',
      startTime: inDays(9),
      venue: null,
      description: null,
      layout,
      limitPerCustomer: null,
    };
    const { show: creating } = await shows.open(asked, 30_000);
    await shows.discard(creating.id);
    await api.sweep();
    await api.find(SeatRepository).create({ ...creating, plan: plainPlan(layout) }, 0, 1);
    expect(await violations()).toEqual([]);
    await api.stored('shows').updateOne(stored(creating.id), { $unset: { sweep_at: 1 } });
    expect(await violations()).toEqual([expect.objectContaining({ rule: 'house-complete', showId: creating.id })]);
  });

  it('runs once when two ask at the same time', async () => {
    const both = await Promise.all([1, 2].map(() => api.find(AuditService).runNow()));
    const starts = new Set(both.map(({ running, last }) => (running ?? last)?.startedAt.getTime()));
    expect(starts.size).toBe(1);
    await audit();
  });

  it('counts a show whose seats are all wrong in a few commands, and keeps the first hundred', async () => {
    const large = await api.show({ totalSeats: 1_200 });
    const nobody = { status: 'BOOKED', booking_id: api.objectId('0'.repeat(24)) };
    await api.stored('seats').updateMany({ show_id: api.objectId(large.id) }, { $set: nobody });
    const commands = await api.commands.during(['bookings', 'seats'], async () => {
      const { counts, violations } = await audit();
      expect(counts).toContainEqual(expect.objectContaining({ rule: 'seat-owner', checked: 1_202, violations: 1_200 }));
      expect(violations).toHaveLength(100);
    });
    expect(commands.length).toBeLessThan(30);
  });

  describe('of a show that takes long', () => {
    const audits = () => api.connection.collection('audits');
    afterEach(async () => {
      jest.restoreAllMocks();
      await audits().deleteMany({});
    });

    /** Lets `meanwhile` happen before the seats are read, and much time pass. @returns how far the reading is */
    function whileSeatsAreRead(meanwhile: () => Promise<unknown>): { seats: number; isOver: boolean } {
      const [repository, now] = [api.find(SeatRepository), performance.now.bind(performance)];
      const read = repository.eachOwner.bind(repository);
      const reading = { seats: 0, isOver: false };
      jest.spyOn(repository, 'eachOwner').mockImplementation(async function* (showId) {
        await meanwhile();
        jest.spyOn(performance, 'now').mockImplementation(() => now() + 6_000);
        try {
          for await (const seat of read(showId)) {
            reading.seats++;
            yield seat;
          }
        } finally {
          reading.isOver = true;
        }
      });
      return reading;
    }

    it('says that it lives, so that no other begins', async () => {
      whileSeatsAreRead(() => audits().updateOne({}, [{ $set: { alive_at: { $subtract: ['$$NOW', 59_000] } } }]));
      const { startedAt } = await audit();
      const state = await audits().findOne({ started_at: startedAt });
      expect(state?.['finished_at'] - state?.['alive_at']).toBeLessThan(59_000);
    });

    it('ends at once when another has taken its place', async () => {
      const other = new Date(Date.now() + 60_000);
      const reading = whileSeatsAreRead(() => audits().updateOne({}, { $set: { started_at: other, alive_at: other } }));
      await api.find(AuditService).runNow();
      await eventually(async () => expect(reading).toEqual({ seats: 1, isOver: true }));
      expect(await audits().findOne({})).toMatchObject({ started_at: other, alive_at: other });
    });
  });
});
