import { ActivityLog } from '@modex/api-activity';
import { Booking, BookingDeed, BookingEvent } from '@modex/domain';
import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/bookings';
import { BookingService } from '../booking.service';
import { BookingEventReader, BookingOutbox } from './booking-outbox';

/** A reader of a test: what it got, and whether it fails. */
class Reader implements BookingEventReader {
  readonly got: string[] = [];
  fails = false;

  constructor(
    readonly name: string,
    private readonly kinds: readonly BookingDeed['kind'][],
  ) {}

  wants({ kind }: BookingDeed): boolean {
    return this.kinds.includes(kind);
  }

  async read({ number, kind }: BookingEvent, { id }: Booking): Promise<void> {
    if (this.fails) throw new Error('the post is closed');
    this.got.push(`${id} ${number} ${kind}`);
  }
}

describe('the outbox of bookings', () => {
  let api: TestApi;
  let show: TestShow;
  let guest: SignedInUser;
  const post = new Reader('post', ['confirmed', 'seats-returned', 'cancelled']);
  const bell = new Reader('bell', ['cancelled']);

  beforeAll(async () => {
    api = await startTestApi();
    for (const reader of [post, bell]) api.find(BookingOutbox).add(reader);
    guest = await api.guest();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    show = await api.show();
  });
  afterEach(() => {
    for (const reader of [post, bell]) {
      reader.got.length = 0;
      reader.fails = false;
    }
  });

  const booked = async (places: readonly number[]): Promise<string> => {
    const seatIds = places.map((place) => show.seatIds[place] as string);
    return (await api.book(guest, show, { seatIds })).body.bookingId;
  };
  const giveBack = (bookingId: string, places?: readonly number[]) =>
    api.post(`/api/bookings/${bookingId}/cancel`, {
      token: guest.token,
      body: places === undefined ? {} : { seatIds: places.map((place) => show.seatIds[place]) },
    });
  const stored = (bookingId: string) => api.stored('bookings').findOne({ _id: api.objectId(bookingId) });
  /** Ends the claims on everything, as time would. */
  const letClaimsEnd = () =>
    api.stored('bookings').updateMany({ events_due: { $exists: true } }, [{ $set: { events_due: '$$NOW' } }]);

  it('tells each reader what it wants, in order and once, and keeps nothing afterwards', async () => {
    const id = await booked([0, 1]);
    await giveBack(id, [0]);
    await giveBack(id);
    await api.sweep();
    await api.sweep();
    expect(post.got).toEqual([`${id} 1 confirmed`, `${id} 2 seats-returned`, `${id} 3 cancelled`]);
    expect(bell.got).toEqual([`${id} 3 cancelled`]);
    expect(await stored(id)).not.toHaveProperty('events');
    expect(await stored(id)).not.toHaveProperty('events_due');
  });

  it('lets a reader that fails wait, in order, and the others go on', async () => {
    const id = await booked([0, 1]);
    await giveBack(id);
    post.fails = true;
    await api.sweep();
    expect([post.got, bell.got]).toEqual([[], [`${id} 2 cancelled`]]);
    post.fails = false;
    await api.sweep();
    expect(post.got).toEqual([]);
    await letClaimsEnd();
    await api.sweep();
    expect(post.got).toEqual([`${id} 1 confirmed`, `${id} 2 cancelled`]);
    expect(bell.got).toHaveLength(1);
  });

  it('goes on with what happens while it hands over', async () => {
    const id = await booked([0, 1]);
    const read = jest.spyOn(post, 'read').mockImplementationOnce(async () => void (await giveBack(id)));
    await api.sweep();
    expect(read.mock.calls.map(([{ number, kind }]) => `${number} ${kind}`)).toEqual(['1 confirmed', '2 cancelled']);
    read.mockRestore();
  });

  it('costs a booking no command', async () => {
    const commands = await api.commands.during(['bookings', 'seats'], () => booked([0, 1]));
    expect(commands).toHaveLength(4);
  });

  describe('and the activity log', () => {
    const entriesOf = async (bookingId: string) =>
      (await api.find(ActivityLog).list({ limit: 10 }, bookingId)).map(({ by, action, before, after, reason }) => ({
        ...{ by, action, before, after, reason },
      }));

    it('know what an admin does to the booking of a customer, before and after', async () => {
      const admin = await api.admin();
      const { booking } = await api
        .find(BookingService)
        .book(
          { showId: show.id, userId: guest.userId, seatIds: show.seatIds.slice(0, 2) },
          { userId: admin.userId, role: 'OWNER' },
        );
      await api.post(`/api/bookings/${booking.id}/cancel`, {
        token: admin.token,
        body: { seatIds: [show.seatIds[0]] },
      });
      await api.sweep();
      const [one, two] = ['Row A, seat 1', 'Row A, seat 2'];
      expect(await entriesOf(booking.id)).toEqual([
        {
          ...{ by: admin.userId, action: 'booking.cancel' },
          before: { status: 'CONFIRMED', seats: [one, two] },
          after: { status: 'CONFIRMED', seats: [two] },
        },
        { by: admin.userId, action: 'booking.make', before: null, after: { status: 'CONFIRMED', seats: [one, two] } },
      ]);
    });

    it('know nothing of what customers do to their own', async () => {
      const id = await booked([0]);
      await giveBack(id);
      await api.sweep();
      expect(await entriesOf(id)).toEqual([]);
    });
  });
});
