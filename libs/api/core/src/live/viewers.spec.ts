import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Controller, Get, Module, Req, Res } from '@nestjs/common';
import { LiveStream } from '@modex/testing';
import { startTestApi, TestApi } from '@modex/testing/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../http/access';
import { Slots } from '../http/slots';
import { frameOf } from './live-event';
import { Viewer } from './viewer';
import { Viewers } from './viewers';

@Access('everyone')
@Controller('live')
class LiveController {
  readonly open: Viewer[] = [];

  constructor(private readonly viewers: Viewers) {}

  @Get()
  watch(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.open.push(this.viewers.admit(request, reply));
  }
}

@Module({ controllers: [LiveController] })
class LiveModule {}

const ALIVE = 'event: alive\ndata: \n\n';
const HELLO = frameOf({ event: 'hello', id: '1', data: '{"to":"all"}' });

describe('who watches', () => {
  let api: TestApi;
  let streams: LiveStream[];
  beforeEach(async () => {
    streams = [];
    api = await startTestApi({ imports: [LiveModule], settings: { maxViewers: 3 } });
    await api.app.listen(0, '127.0.0.1');
  });
  afterEach(async () => {
    for (const stream of streams) stream.close();
    await api?.close();
    jest.restoreAllMocks();
  });

  const viewers = () => api.find(LiveController).open;
  const open = async (headers = {}) => {
    const stream = await LiveStream.open({ url: `${await api.app.getUrl()}/api/live`, headers });
    streams.push(stream);
    return stream;
  };
  /** An answer of a kept connection. */
  const closed = (stream: LiveStream) => stream.until(({ hasEnded }) => hasEnded);

  it('gets a stream that nobody keeps or waits with, and the headers of every answer', async () => {
    const { status, answer } = await open();
    expect(status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
      'x-request-id': expect.stringMatching(/\w/),
    });
  });

  it('gets each frame as it is, and when to come back if it breaks', async () => {
    const stream = await open({ 'accept-encoding': 'gzip' });
    for (const viewer of viewers()) viewer.send(HELLO);
    await stream.until(({ events }) => events.length > 0);
    expect(stream.events).toEqual([{ event: 'hello', id: '1', data: '{"to":"all"}' }]);
    expect(stream.retry).toBeGreaterThanOrEqual(1_000);
    expect(stream.retry).toBeLessThanOrEqual(3_000);
  });

  it('is one of so many, and the next is told to come later', async () => {
    const [first] = [await open(), await open(), await open()];
    const refused = await open();
    await closed(refused);
    expect([refused.status, refused.answer.headers['retry-after']]).toEqual([503, '10']);
    expect(JSON.parse(refused.text)).toMatchObject({ code: 'overloaded' });
    first.close();
    let again = await open();
    // The server hears a moment later that the first has gone.
    while (again.status === 503) again = await open();
    expect(again.status).toBe(200);
  });

  it('is no request under way', async () => {
    const take = Slots.prototype.take;
    const out: boolean[] = [];
    jest.spyOn(Slots.prototype, 'take').mockImplementation(function (this: Slots, ...args) {
      const release = take.apply(this, args);
      const index = out.push(true) - 1;
      return () => {
        out[index] = false;
        release?.();
      };
    });
    await open();
    // The place of the request is given back, that of the viewer is not.
    expect(out).toEqual([false, true]);
  });

  it('with HEAD gets the headers and no stream', async () => {
    const { statusCode, headers, body } = await api.app.inject({ method: 'HEAD', url: '/api/live' });
    expect([statusCode, headers['content-type'], body]).toEqual([200, 'text/event-stream; charset=utf-8', '']);
  });

  it('is told when to come back when the process ends, and then the stream ends', async () => {
    const stream = await open();
    await stream.until(({ retry }) => retry !== undefined);
    stream.text = '';
    await Promise.all([api.app.close(), closed(stream)]);
    expect(stream.retry).toBeGreaterThanOrEqual(1_000);
    expect(stream.retry).toBeLessThanOrEqual(5_000);
  });

  it('is let in no more once the process ends', async () => {
    api.find(Viewers).beforeApplicationShutdown();
    const refused = await open();
    expect(refused.status).toBe(503);
  });

  it('and reads nothing is dropped when 64 KB wait for him; the others go on', async () => {
    // The buffers of a socket in the file system are small.
    const socketPath = join(tmpdir(), `modex-live-${process.pid}.sock`);
    rmSync(socketPath, { force: true });
    const server = api.app.getHttpServer();
    await new Promise<void>((resolve) => server.close(() => server.listen(socketPath, resolve)));
    const watch = async () => {
      const stream = await LiveStream.open({ url: 'http://localhost/api/live', socketPath });
      streams.push(stream);
      return stream;
    };
    const [silent, other] = [await watch(), await watch()];
    silent.answer.pause();
    const frame = frameOf({ event: 'much', data: 'x'.repeat(40_000) });
    let [sent, ended] = [0, false];
    viewers()[0]?.onEnd(() => (ended = true));
    while (!ended && sent < 1_000) {
      for (const viewer of viewers()) viewer.send(frame);
      sent++;
      await other.until(({ events }) => events.length === sent);
    }
    expect([ended, other.events.length, other.hasEnded]).toEqual([true, sent, false]);
    expect(sent).toBeLessThan(100);
  });
});

describe('a viewer who hears nothing', () => {
  it('gets a heartbeat every fifteen seconds, and none where something else was sent', () => {
    jest.useFakeTimers();
    const response = { write: jest.fn(), writableLength: 0, writableEnded: false, destroyed: false };
    const viewer = new Viewer(response as never);
    const hears = (ms: number) => {
      response.write.mockClear();
      jest.advanceTimersByTime(ms);
      viewer.keepAlive();
      return response.write.mock.calls.map(([frame]) => String(frame));
    };
    expect(hears(14_000)).toEqual([]);
    expect(hears(1_000)).toEqual([ALIVE]);
    jest.advanceTimersByTime(10_000);
    viewer.send(HELLO);
    expect(hears(14_000)).toEqual([]);
    expect(hears(1_000)).toEqual([ALIVE]);
    jest.useRealTimers();
  });
});
