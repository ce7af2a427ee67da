import { SeatRepository, StatusBoards } from '@modex/api-seats';
import { connectionLost, eventually, LiveStream } from '@modex/testing';
import { startTestApi, TestApi, TestShow } from '@modex/testing/shows';
import { ShowService } from './show.service';

const BOOKING = 'b'.repeat(24);

describe('who watches the seats of a show', () => {
  let api: TestApi;
  let show: TestShow;
  const streams: LiveStream[] = [];
  beforeAll(async () => {
    api = await startTestApi({ settings: { rateLimits: true, maxViewers: 20 } });
    await api.app.listen(0, '127.0.0.1');
  });
  afterAll(() => api?.close());
  beforeEach(async () => void (show = await api.show({ totalSeats: 60 })));
  afterEach(() => {
    for (const stream of streams.splice(0)) stream.close();
  });

  const open = async ({ id = show.id, since }: { id?: string; since?: string } = {}) => {
    const url = `${await api.app.getUrl()}/api/shows/${id}/seats/events`;
    const stream = await LiveStream.open({ url, headers: since === undefined ? {} : { 'last-event-id': since } });
    streams.push(stream);
    return stream;
  };
  const lock = (place: number) =>
    api.find(SeatRepository).lock({
      planVersion: 1,
      ...{ showId: show.id, seatId: show.seatIds[place] as string, bookingId: BOOKING },
      leaseUntil: new Date(Date.now() + 60_000),
    });
  const last = ({ events }: LiveStream) => events.at(-1);
  const dataOf = (stream: LiveStream) => JSON.parse(last(stream)?.data ?? 'null');
  const begun = (stream: LiveStream) => stream.until(({ events }) => events.some(({ event }) => event === 'status'));

  it('gets the show, the whole status, and then what this process changes', async () => {
    await lock(1);
    const stream = await open();
    await begun(stream);
    expect(stream.events.map(({ event }) => event)).toEqual(['show', 'status']);
    expect((await api.get(`/api/shows/${show.id}/seats/status`)).body).toMatchObject(dataOf(stream));
    await lock(7);
    await stream.until(({ events }) => events.length === 3);
    expect(last(stream)).toMatchObject({ event: 'changes', id: dataOf(stream).version });
    expect(dataOf(stream).changes).toEqual([[7, 2]]);
  });

  it('gets what another process changes, within seconds', async () => {
    const stream = await open();
    await begun(stream);
    const seat = { _id: api.objectId(show.seatIds[5] as string) };
    await api.stored('seats').updateOne(seat, [{ $set: { status: 'BLOCKED', changed_at: '$$NOW' } }]);
    await eventually(async () => {
      await api.sweep();
      expect(last(stream)?.event).toBe('changes');
    });
    expect(dataOf(stream).changes).toEqual([[5, 3]]);
  });

  it('comes back with the version that he has, and gets what changed since', async () => {
    const stream = await open();
    await begun(stream);
    const since = last(stream)?.id;
    stream.close();
    await lock(2);
    const again = await open({ since });
    await again.until(({ events }) => events.length === 2);
    expect([last(again)?.event, dataOf(again).changes]).toEqual(['changes', [[2, 2]]]);
  });

  it('comes from another process with a version of that one, and gets the whole status', async () => {
    const stream = await open({ since: 'ffffffffffff-3' });
    await begun(stream);
    expect(dataOf(stream).totalSeats).toBe(60);
  });

  it('is told when the show is cancelled', async () => {
    const stream = await open();
    await begun(stream);
    await api.find(ShowService).move(show.id, 'CANCELLED');
    await eventually(async () => {
      await api.sweep();
      expect(last(stream)).toMatchObject({ event: 'show', data: '{"status":"CANCELLED"}' });
    });
  });

  it('sees the stream end when nobody may see the show any more, and finds no show then', async () => {
    const stream = await open();
    await begun(stream);
    await api.stored('shows').updateOne({ _id: api.objectId(show.id) }, { $set: { status: 'DRAFT' } });
    await eventually(async () => {
      await api.sweep();
      expect(stream.hasEnded).toBe(true);
    });
    const refused = await open();
    expect(refused.status).toBe(404);
  });

  it('goes on when the database was away', async () => {
    const stream = await open();
    await begun(stream);
    const read = jest.spyOn(api.find(StatusBoards), 'read').mockRejectedValue(connectionLost());
    await eventually(async () => {
      await api.sweep();
      expect(read).toHaveBeenCalled();
    });
    read.mockRestore();
    await lock(4);
    await stream.until((one) => last(one)?.event === 'changes');
    expect(stream.hasEnded).toBe(false);
  });

  it('costs no command as long as the board is fresh', async () => {
    const stream = await open();
    await begun(stream);
    const at = performance.now();
    jest.spyOn(performance, 'now').mockReturnValue(at);
    await api.get(`/api/shows/${show.id}/seats/status`);
    expect(await api.commands.during(['seats'], () => api.sweep())).toEqual([]);
    jest.restoreAllMocks();
  });

  it.each(['f'.repeat(24), 'no-id'])('of the show %s finds none', async (id) => {
    const refused = await open({ id });
    await refused.until(({ hasEnded }) => hasEnded);
    expect([refused.status, JSON.parse(refused.text).code]).toEqual([404, 'unknown-show']);
  });

  it('of a draft finds none', async () => {
    const draft = await api.show({ status: 'DRAFT' });
    expect((await open({ id: draft.id })).status).toBe(404);
  });

  it('may open so many streams in a minute', async () => {
    const { answer } = await open();
    expect(answer.headers['ratelimit-policy']).toBe('"watch-address";q=1200;w=60');
  });
});

it('above the number of viewers the answer is 503 with when to come again', async () => {
  const api = await startTestApi({ settings: { maxViewers: 0 } });
  try {
    const show = await api.show();
    const { status, body, headers } = await api.get(`/api/shows/${show.id}/seats/events`);
    expect([status, body.code, headers['retry-after']]).toEqual([503, 'overloaded', '10']);
  } finally {
    await api.close();
  }
});
