import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Controller, Get, Injectable, Module, Param, Req, Res } from '@nestjs/common';
import { startTestApi, TestApi } from '@modex/testing/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../http/access';
import { ReadyAnswer, sendReady } from './ready-answer';
import { ReadyBody } from './ready-body';
import { Shortcut } from './shortcut';

const SMALL = Buffer.from('{"small":true}');
const LARGE = Buffer.from(JSON.stringify({ seats: 'free '.repeat(1_000) }));

@Injectable()
class Memory {
  readonly made: string[] = [];
  readonly asked: string[] = [];
  private readonly large = new ReadyBody(LARGE);

  find(name: string): ReadyAnswer {
    const body = () => {
      this.made.push(name);
      if (name === 'small') return new ReadyBody(SMALL);
      return name.endsWith('parts') ? new ReadyBody(LARGE.subarray(0, 7), LARGE.subarray(7)) : this.large;
    };
    return { version: `${name}-1`, body };
  }
}

@Access('everyone')
@Controller('things')
class ThingsController {
  constructor(private readonly memory: Memory) {}

  @Get(':name')
  @Shortcut(Memory, (memory, { name = '' }) => (name.startsWith('cold') ? undefined : memory.find(name)))
  async see(@Param('name') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    this.memory.asked.push(name);
    await sendReady(request, reply, this.memory.find(name));
  }
}

@Module({ controllers: [ThingsController], providers: [Memory] })
class ThingsModule {}

describe('an answer from memory', () => {
  let api: TestApi;
  let memory: Memory;
  beforeAll(async () => {
    api = await startTestApi({ imports: [ThingsModule] });
    memory = api.find(Memory);
  });
  afterAll(() => api?.close());
  beforeEach(() => {
    memory.made.length = 0;
    memory.asked.length = 0;
  });

  const get = (name: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
    api.app.inject({ method, url: `/api/things/${name}`, headers });

  it('is sent as it is, with its version, before the route is asked', async () => {
    const { statusCode, headers, body } = await get('small');
    expect([statusCode, body, memory.asked]).toEqual([200, SMALL.toString(), []]);
    expect(headers).toMatchObject({
      etag: 'W/"small-1"',
      'cache-control': 'no-cache',
      vary: 'Accept-Encoding',
      'content-type': 'application/json; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'x-request-id': expect.stringMatching(/\w/),
    });
  });

  it('comes from the route where memory has none, all the same', async () => {
    const { statusCode, headers, body } = await get('cold');
    expect([statusCode, body, memory.asked]).toEqual([200, LARGE.toString(), ['cold']]);
    expect(headers['etag']).toBe('W/"cold-1"');
  });

  it.each(['parts', 'cold-parts'])('of several parts is sent whole, and made smaller as a whole: %s', async (name) => {
    const { statusCode, headers, body } = await get(name);
    expect([statusCode, body, headers['content-length']]).toEqual([200, LARGE.toString(), String(LARGE.length)]);
    expect(gunzipSync((await get(name, { 'accept-encoding': 'gzip' })).rawPayload)).toEqual(LARGE);
    const head = await get(name, {}, 'HEAD');
    expect([head.statusCode, head.body, head.headers['etag']]).toEqual([200, '', `W/"${name}-1"`]);
  });

  it.each(['W/"small-1"', '"small-1"', '"other", W/"small-1"', '*'])('is 304 for who has %s', async (known) => {
    const { statusCode, headers, body } = await get('small', { 'if-none-match': known });
    expect([statusCode, body, headers['etag'], memory.made]).toEqual([304, '', 'W/"small-1"', []]);
  });

  it.each(['W/"small-2"', 'small-1', ''])('is sent whole to who has %j', async (known) =>
    expect((await get('small', { 'if-none-match': known })).statusCode).toBe(200),
  );

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('is sent as %s to who takes it, and made smaller once', async (coding, expand) => {
    const compress = jest.spyOn(ReadyBody.prototype, 'as');
    const accept = { 'accept-encoding': coding };
    const [first, second] = [await get('large', accept), await get('large', accept)];
    expect(first.headers['content-encoding']).toBe(coding);
    expect(expand(first.rawPayload)).toEqual(LARGE);
    expect(second.rawPayload).toEqual(first.rawPayload);
    const [one, other] = compress.mock.results.map(({ value }) => value);
    expect(one).toBe(other);
    compress.mockRestore();
  });

  it.each([
    ['gzip, deflate, br', 'br'],
    ['GZIP;q=0.5, br;q=0', 'gzip'],
    ['identity', undefined],
  ])('to who accepts %s is sent as %s', async (accepted, coding) => {
    const { headers } = await get('large', { 'accept-encoding': accepted });
    expect(headers['content-encoding']).toBe(coding);
  });

  it('that is small is never made smaller', async () =>
    expect((await get('small', { 'accept-encoding': 'br' })).headers['content-encoding']).toBeUndefined());

  it('has no body for HEAD', async () => {
    const { statusCode, headers, body } = await get('small', {}, 'HEAD');
    expect([statusCode, body, headers['etag']]).toEqual([200, '', 'W/"small-1"']);
  });

  it.each([
    ['a query', '/api/things/small?x=1', {}],
    ['a body', '/api/things/small', { 'content-length': '2' }],
  ])('is not given to who sends %s: the route refuses that', async (_, url, headers) => {
    const { statusCode } = await api.app.inject({ method: 'GET', url, headers, payload: '{}' });
    expect([statusCode, memory.made]).toEqual([400, []]);
  });
});
