import { Body, Controller, Get, HttpException, Module, Param, Post } from '@nestjs/common';
import { DomainError, ERROR_CODES, ErrorCode, ReplayedError } from '@modex/domain';
import { connectionLost } from '@modex/testing';
import { startTestApi, TestApi } from '@modex/testing/core';
import { IsInt, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { Access } from './access';
import { BodyLimit } from './json-body';
import { PROBLEMS } from './problems';

class Inner {
  @IsInt()
  size: number;
}
class Outer {
  @ValidateNested()
  @Type(() => Inner)
  inner: Inner;
}

const SECRET = 'db.users.find({ password })';

/** A room whose routes fail in every way there is. */
@Access('everyone')
@Controller('failures')
class FailuresController {
  @Get('code/:code')
  domain(@Param('code') code: ErrorCode): void {
    throw new DomainError(code, 'Because.', { retryAfter: 7 });
  }

  @Get('replayed')
  replayed(): void {
    throw new ReplayedError('booking-expired', 'Because.');
  }

  @Get('unknown')
  unknown(): void {
    throw new Error(SECRET);
  }

  @Get('text')
  text(): void {
    throw SECRET as unknown as Error;
  }

  @Get('teapot')
  teapot(): void {
    throw new HttpException(SECRET, 418);
  }

  @Get('storage')
  storage(): void {
    throw connectionLost();
  }

  @Post('shape')
  shape(@Body() body: Outer): Outer {
    return body;
  }

  @Post('large')
  @BodyLimit(64)
  large(@Body() body: Outer): Outer {
    return body;
  }
}

@Module({ controllers: [FailuresController] })
class FailuresModule {}

describe('a problem', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ imports: [FailuresModule] });
  });
  afterAll(() => api?.close());

  it.each(ERROR_CODES)('%s has its status, its title and its type', async (code) => {
    const { status, headers, body } = await api.get(`/api/failures/code/${code}`);
    expect(status).toBe(PROBLEMS[code].status);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(headers['retry-after']).toBe('7');
    expect(body).toEqual({
      type: `urn:modex:problem:${code}`,
      title: PROBLEMS[code].title,
      status,
      code,
      detail: 'Because.',
      requestId: headers['x-request-id'],
      retryAfter: 7,
    });
  });

  it('has one of these statuses, by its code', () => {
    const statuses = new Set(ERROR_CODES.map((code) => PROBLEMS[code].status));
    expect([...statuses].sort()).toEqual([
      400, 401, 403, 404, 408, 409, 410, 413, 414, 415, 416, 421, 422, 429, 431, 500, 503,
    ]);
    expect(Object.keys(PROBLEMS).sort()).toEqual([...ERROR_CODES].sort());
  });

  it('of a replay that expired is gone for good: 410', async () => {
    const { status, body } = await api.get('/api/failures/replayed');
    expect([status, body.status, body.code]).toEqual([410, 410, 'booking-expired']);
  });

  it.each(['unknown', 'text', 'teapot'])(
    'that nobody foresaw (%s) is 500 and tells nothing of the inside',
    async (path) => {
      const { status, body } = await api.get(`/api/failures/${path}`);
      expect([status, body.code]).toEqual([500, 'internal']);
      expect(JSON.stringify(body)).not.toContain(SECRET);
      expect(Object.keys(body).sort()).toEqual(['code', 'detail', 'requestId', 'status', 'title', 'type']);
    },
  );

  it('of the database is 503 with a time to retry', async () => {
    const { status, headers, body } = await api.get('/api/failures/storage');
    expect([status, headers['retry-after'], body.code]).toEqual([503, '2', 'storage-unavailable']);
  });

  it('of an unknown route is 404 not-found', async () => {
    const { status, body } = await api.get('/api/nothing');
    expect([status, body.code]).toEqual([404, 'not-found']);
  });

  it('of a nested field names the path', async () => {
    const { body } = await api.post('/api/failures/shape', { body: { inner: { size: 'x', more: 1 }, other: 1 } });
    expect(body.fields.map(({ field }) => field).sort()).toEqual(['inner.more', 'inner.size', 'other']);
  });

  it.each([
    ['objects', '{"inner":', '}'],
    ['lists', '[', ']'],
  ])('of deeply nested %s is 400', async (_, open, close) => {
    const payload = open.repeat(400) + '1' + close.repeat(400);
    const headers = { 'content-type': 'application/json' };
    const reply = await api.app.inject({ method: 'POST', url: '/api/failures/shape', headers, payload });
    expect([reply.statusCode, reply.json().code]).toEqual([400, 'malformed-body']);
  });

  it.each([
    ['shape', 4],
    ['large', 64],
  ])('of a body for the route %s is 413 beyond %i KB', async (route, kilobytes) => {
    const ofSize = (bytes: number) => ({ inner: 'x'.repeat(bytes - '{"inner":""}'.length) });
    const most = await api.post(`/api/failures/${route}`, { body: ofSize(kilobytes * 1024) });
    expect(most.body.code).toBe('validation-failed');
    const { status, body } = await api.post(`/api/failures/${route}`, { body: ofSize(kilobytes * 1024 + 1) });
    expect([status, body.code]).toEqual([413, 'payload-too-large']);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml'])(
    'of a body as %s is 415',
    async (type) => {
      const headers = { 'content-type': type };
      const reply = await api.app.inject({ method: 'POST', url: '/api/failures/shape', headers, payload: 'a=b' });
      expect([reply.statusCode, reply.json().code]).toEqual([415, 'unsupported-media-type']);
    },
  );

  it('has a request id of its own', async () => {
    const [one, two] = [await api.get('/api/nothing'), await api.get('/api/nothing')];
    expect(one.body.requestId).not.toBe(two.body.requestId);
  });
});

describe('health', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.close());

  it('is live and ready, outside of /api', async () => {
    expect((await api.get('/health/live')).body).toEqual({ status: 'ok' });
    expect((await api.get('/health/ready')).body).toMatchObject({ status: 'ok' });
    expect((await api.get('/api/health/live')).status).toBe(404);
  });
});
