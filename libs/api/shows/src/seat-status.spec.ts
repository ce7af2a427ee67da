import { SeatRepository } from '@modex/api-seats';
import { PackedStatus } from '@modex/domain';
import { eventually } from '@modex/testing';
import { startTestApi, TestApi, TestShow } from '@modex/testing/shows';
import { ShowService } from './show.service';

const BOOKING = 'b'.repeat(24);

describe.each(['seats', 'seats/status'])('what is read of %s', (path) => {
  let api: TestApi;
  let show: TestShow;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.close());
  afterEach(() => jest.restoreAllMocks());
  beforeEach(async () => void (show = await api.show({ totalSeats: 6 })));

  const read = (headers: Record<string, string> = {}, id = show.id) =>
    api.app.inject({ method: 'GET', url: `/api/shows/${id}/${path}`, headers });
  /** The statuses by their first letters. */
  const statuses = async () => {
    const body = (await read()).json();
    if (path === 'seats') return body.seats.map(({ status }: { status: string }) => status[0]).join('');
    const packed = new PackedStatus(body.totalSeats);
    packed.bytes.set(Buffer.from(body.status, 'base64'));
    return show.seatIds.map((_, place) => packed.statusAt(place)[0]).join('');
  };
  const lock = (place: number) =>
    api.find(SeatRepository).lock({
      planVersion: 1,
      ...{ showId: show.id, seatId: show.seatIds[place] as string, bookingId: BOOKING },
      leaseUntil: new Date(Date.now() + 60_000),
    });

  /** However long it takes: nothing that is in memory grows old. */
  const stopTheClock = () => void jest.spyOn(performance, 'now').mockReturnValue(performance.now());

  it('has what this process changed, at once', async () => {
    expect(await statuses()).toBe('AAAAAA');
    await lock(1);
    await lock(4);
    expect(await statuses()).toBe('ABAABA');
    await api
      .find(SeatRepository)
      .release({ showId: show.id, bookingId: BOOKING, seatIds: [show.seatIds[1] as string] });
    expect(await statuses()).toBe('AAAABA');
  });

  it('has what another process changed, some seconds later', async () => {
    expect(await statuses()).toBe('AAAAAA');
    const seat = { _id: api.objectId(show.seatIds[2] as string) };
    await api.stored('seats').updateOne(seat, [{ $set: { status: 'BLOCKED', changed_at: '$$NOW' } }]);
    await eventually(async () => expect(await statuses()).toBe('AABAAA'));
  });

  it('has its version as ETag, and is 304 for who has it until a seat changes', async () => {
    const { headers, body } = await read();
    const etag = String(headers['etag']);
    expect(etag).toBe(`W/"${JSON.parse(body).version}"`);
    const again = await read({ 'if-none-match': etag });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    await lock(0);
    expect((await read({ 'if-none-match': etag })).statusCode).toBe(200);
  });

  it('costs one command, however many come at once to a show that nobody read before', async () => {
    stopTheClock();
    const commands = await api.commands.during(['seats', 'shows'], async () => {
      const answers = await Promise.all(Array.from({ length: 1_000 }, () => read()));
      expect(answers.filter(({ statusCode }) => statusCode !== 200)).toEqual([]);
    });
    expect(commands.map(({ collection }) => collection).sort()).toEqual(['seats', 'shows']);
  });

  it('costs no command while it is fresh', async () => {
    stopTheClock();
    await read();
    expect(await api.commands.during(['seats', 'shows'], () => read())).toEqual([]);
  });

  it.each(['f'.repeat(24), 'no-id'])('of the show %s is 404', async (id) =>
    expect((await read({}, id)).json()).toMatchObject({ status: 404, code: 'unknown-show' }),
  );

  it('of a draft is 404, and of a show that is cancelled is told', async () => {
    const draft = await api.show({ status: 'DRAFT' });
    expect((await read({}, draft.id)).statusCode).toBe(404);
    await read();
    await api.find(ShowService).move(show.id, 'CANCELLED');
    expect((await read()).statusCode).toBe(200);
  });
});
