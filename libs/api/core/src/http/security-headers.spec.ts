import { Controller, Get, Module, Post, Query } from '@nestjs/common';
import { DomainError } from '@modex/domain';
import { startTestApi, TestApi } from '@modex/testing/core';
import { PageQuery } from '../page/page-query.dto';
import { Access } from './access';
import { securityHeaders } from './security-headers';
import { unknownThing } from './validation';

@Access('everyone')
@Controller('things')
class ThingsController {
  @Get()
  list(@Query() { limit }: PageQuery): object {
    return { limit };
  }

  @Get('unknown')
  unknown(): void {
    throw unknownThing('unknown-show');
  }

  @Get('mine')
  mine(): void {
    throw new DomainError('unauthenticated', 'Sign in.');
  }

  @Post()
  make(): object {
    return {};
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

/** One way to each kind of answer that the API gives. */
const ANSWERS: readonly (readonly [
  what: string,
  status: number,
  method: 'GET' | 'POST',
  url: string,
  headers: Record<string, string>,
])[] = [
  ['data', 200, 'GET', '/api/things', {}],
  ['health', 200, 'GET', '/health/live', {}],
  ['an unknown route', 404, 'GET', '/api/nowhere', {}],
  ['an unknown thing', 404, 'GET', '/api/things/unknown', {}],
  ['a refused query', 400, 'GET', '/api/things?limit[$ne]=1', {}],
  ['a refused session', 401, 'GET', '/api/things/mine', {}],
  ['a body that is no JSON', 415, 'POST', '/api/things', { 'content-type': 'text/plain' }],
  ['a write from another site', 403, 'POST', '/api/things', { origin: 'https://elsewhere.example' }],
];

describe('every answer', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ settings: { publicUrl: 'https://tickets.example.org' }, imports: [ThingsModule] });
  });
  afterAll(async () => api.close());

  it.each(ANSWERS)('carries the security headers: %s', async (_what, status, method, url, headers) => {
    const reply = await api.app.inject({ method, url, headers: { host: 'tickets.example.org', ...headers } });
    expect(reply.statusCode).toBe(status);
    for (const [name, value] of Object.entries(securityHeaders(api.settings))) {
      expect([name, reply.headers[name.toLowerCase()]]).toEqual([name, value]);
    }
  });

  it('lets the site alone use the camera, and nobody any other power', () => {
    const powers = securityHeaders({ publicUrl: undefined })['Permissions-Policy']?.split(', ') ?? [];
    expect(powers.filter((power) => !power.endsWith('=()'))).toEqual(['camera=(self)']);
    expect(powers.length).toBeGreaterThan(5);
  });

  it('holds browsers to https where the public address is on https, and only there', () => {
    expect(securityHeaders({ publicUrl: 'https://tickets.example.org' })).toHaveProperty('Strict-Transport-Security');
    expect(securityHeaders({ publicUrl: 'http://tickets.example.org' })).not.toHaveProperty(
      'Strict-Transport-Security',
    );
    expect(securityHeaders({ publicUrl: undefined })).not.toHaveProperty('Strict-Transport-Security');
  });
});
