import { Body, CanActivate, Controller, ExecutionContext, Get, Module, Post } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { startTestApi, TestApi } from '@modex/testing/core';
import { IsInt } from 'class-validator';
import { Access } from '../http/access';
import { rememberAccount } from '../http/request-account';
import { memoryRateLimits } from './counted-rate-limits';
import { RateLimit } from './rate-limit';
import { RATE_LIMIT_CLASSES } from './rate-limit-classes';

class CountedDto {
  @IsInt()
  size: number;
}

/** Routes of each kind: counted by address alone, by both, and not at all. */
@Controller('counted')
class CountedController {
  @Post('by-address')
  @Access('everyone')
  @RateLimit('look-up')
  byAddress(@Body() body: CountedDto): CountedDto {
    return body;
  }

  @Get('by-account')
  @Access('signed-in')
  @RateLimit('password-change')
  byAccount(): string {
    return 'counted';
  }

  @Get('free')
  @Access('everyone')
  free(): object {
    return {};
  }
}

/** Takes whoever comes for the account that he names. */
class NamedAccounts implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest();
    const { authorization } = request.headers;
    if (authorization !== undefined) rememberAccount(request, authorization);
    return true;
  }
}

@Module({ controllers: [CountedController], providers: [{ provide: APP_GUARD, useClass: NamedAccounts }] })
class CountedModule {}

const { points: BY_ADDRESS, seconds: WINDOW } = RATE_LIMIT_CLASSES['look-up'].address;
const { points: BY_ACCOUNT } = RATE_LIMIT_CLASSES['password-change'].account;

describe('rate limits', () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await startTestApi({ settings: { rateLimits: true }, imports: [CountedModule] });
  });
  afterEach(() => api?.close());

  const from = (remoteAddress: string, payload: object = { size: 1 }) =>
    api.app.inject({ method: 'POST', url: '/api/counted/by-address', remoteAddress, payload });
  const times = <T>(count: number, work: () => Promise<T>) => Promise.all(Array.from({ length: count }, work));

  it('tell the policy and what is left of it in every answer', async () => {
    const { headers, statusCode } = await from('192.0.2.1');
    expect(statusCode).toBe(201);
    expect(headers['ratelimit-policy']).toBe(`"look-up-address";q=${BY_ADDRESS};w=${WINDOW}`);
    expect(headers['ratelimit']).toBe(`"look-up-address";r=${BY_ADDRESS - 1};t=${WINDOW}`);
  });

  it('refuse an address that comes too often, with when to come back, and no other', async () => {
    const answers = await times(BY_ADDRESS + 5, () => from('192.0.2.1'));
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(BY_ADDRESS);
    const refused = answers.find(({ statusCode }) => statusCode === 429);
    expect(refused?.json()).toMatchObject({ code: 'too-many-requests', retryAfter: expect.any(Number) });
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(WINDOW - 30);
    expect(refused?.headers['ratelimit']).toMatch(/^"look-up-address";r=0;t=\d+$/);
    expect((await from('192.0.2.2')).statusCode).toBe(201);
  });

  it('take the 2⁶⁴ IPv6 addresses of one customer for one', async () => {
    let nth = 0;
    const answers = await times(BY_ADDRESS + 5, () => from(`2001:db8:0:1::${(++nth).toString(16)}`));
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(5);
    expect((await from('2001:db8:0:2::1')).statusCode).toBe(201);
  });

  it('count what is refused for its body too', async () => {
    await times(BY_ADDRESS, () => from('192.0.2.1', { size: 'x' }));
    expect((await from('192.0.2.1')).statusCode).toBe(429);
  });

  it('count an account whatever address it comes from', async () => {
    let nth = 0;
    const ask = (account: string) =>
      api.app.inject({
        url: '/api/counted/by-account',
        remoteAddress: `192.0.2.${++nth}`,
        headers: { authorization: account },
      });
    const answers = await times(BY_ACCOUNT + 1, () => ask('ada'));
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(BY_ACCOUNT);
    const refused = answers.find(({ statusCode }) => statusCode === 429);
    expect(refused?.headers['ratelimit']).toMatch(
      /^"password-change-address";r=\d+;t=\d+, "password-change-account";r=0;t=\d+$/,
    );
    expect((await ask('bob')).statusCode).toBe(200);
  });

  it('have no word in answers of routes that are not counted', async () => {
    const { headers } = await api.get('/api/counted/free');
    expect([headers['ratelimit'], headers['ratelimit-policy']]).toEqual([undefined, undefined]);
  });
});

describe('without rate limits', () => {
  it('nobody is refused, and no header speaks of them', async () => {
    const api = await startTestApi({ imports: [CountedModule] });
    const ask = () => api.post('/api/counted/by-address', { body: { size: 1 } });
    const answers = await Promise.all(Array.from({ length: BY_ADDRESS + 5 }, ask));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(answers[0]?.headers['ratelimit']).toBeUndefined();
    await api.close();
  });
});

describe('counts in memory', () => {
  const policy = { name: 'tries', points: 2, seconds: 60 };
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('end with their window, which begins with the first', async () => {
    const limits = memoryRateLimits();
    await limits.take(policy, 'a');
    jest.advanceTimersByTime(59_000);
    await limits.take(policy, 'a');
    expect(await limits.take(policy, 'a')).toEqual({ allowed: false, remaining: 0, resetSeconds: 1 });
    jest.advanceTimersByTime(1_100);
    expect(await limits.take(policy, 'a')).toEqual({ allowed: true, remaining: 1, resetSeconds: 60 });
  });

  it('of two names do not touch', async () => {
    const limits = memoryRateLimits();
    await Promise.all([1, 2, 3].map(() => limits.take(policy, 'a')));
    expect(await limits.take({ ...policy, name: 'others' }, 'a')).toMatchObject({ allowed: true, remaining: 1 });
  });

  it('forget what was given back', async () => {
    const limits = memoryRateLimits();
    await limits.take(policy, 'a');
    await limits.giveBack(policy, 'a');
    expect(await limits.take(policy, 'a')).toMatchObject({ remaining: 1 });
  });
});
