import { Controller, Get, Logger, Module } from '@nestjs/common';
import { eventually, RedisServer } from '@modex/testing';
import { startTestApi, TestApi } from '@modex/testing/core';
import { Access } from '../http/access';
import { Redis } from '../redis/redis';
import { memoryRateLimits } from './counted-rate-limits';
import { RateLimit } from './rate-limit';
import { RATE_LIMIT_CLASSES } from './rate-limit-classes';
import { SharedRateLimits } from './shared-rate-limits';

@Controller('counted')
class CountedController {
  @Get()
  @Access('everyone')
  @RateLimit('look-up')
  counted(): object {
    return {};
  }
}

@Module({ controllers: [CountedController] })
class CountedModule {}

const { points: POINTS } = RATE_LIMIT_CLASSES['look-up'].address;

describe('rate limits of two processes with one Redis', () => {
  let server: RedisServer;
  let [one, other]: TestApi[] = [];
  let address: string;
  let nth = 0;
  beforeAll(async () => {
    Logger.overrideLogger(false);
    server = await RedisServer.start();
    const start = () =>
      startTestApi({ settings: { rateLimits: true, redisUrl: server.url }, imports: [CountedModule] });
    [one, other] = [await start(), await start()];
  });
  afterAll(async () => {
    await Promise.all([one?.close(), other?.close()]);
    await server?.close();
  });
  beforeEach(async () => {
    address = `192.0.2.${++nth}`;
    await eventually(async () => {
      expect(await pinged(one as TestApi)).toBe('PONG');
      expect(await pinged(other as TestApi)).toBe('PONG');
    });
  });

  const pinged = (api: TestApi) => api.find(Redis).ask('any', (client) => client.ping());
  const ask = (api: TestApi | undefined) =>
    (api as TestApi).app.inject({ method: 'GET', url: '/api/counted', remoteAddress: address });
  /** Asks more often than one process allows. @returns how many were let in */
  const insist = async (api: TestApi | undefined) => {
    const answers = [];
    for (let times = 0; times < POINTS + 5; times++) answers.push((await ask(api)).statusCode);
    expect(answers.filter((status) => status !== 200 && status !== 429)).toEqual([]);
    return answers.filter((status) => status === 200).length;
  };

  it('count what the other has let in', async () => {
    expect(await insist(one)).toBeGreaterThan(0);
    // A late answer lets one in; a count of its own would let in all.
    expect(await insist(other)).toBeLessThan(POINTS / 2);
  });

  it.each([
    ['refused', () => server.kill(), () => server.restart()],
    ['silent', async () => server.fallSilent(), async () => server.goOn()],
  ])('are kept by each for itself while Redis is %s, and nobody is let in without end', async (_, away, back) => {
    await away();
    try {
      expect(await insist(one)).toBeLessThanOrEqual(POINTS);
      expect(await insist(other)).toBeGreaterThan(0);
    } finally {
      await back();
    }
  });

  it('let in no more than one process allows when only every other answer comes in time', async () => {
    const shared = memoryRateLimits();
    let asked = 0;
    const limits = new SharedRateLimits(async (_, work) => (asked++ % 2 === 0 ? work(shared) : undefined));
    const policy = { name: 'some', points: POINTS, seconds: 60 };
    const allowed = async () => (await limits.take(policy, 'anybody')).allowed;
    const answers = [];
    for (let times = 0; times < 2 * POINTS; times++) answers.push(await allowed());
    expect(answers.filter(Boolean)).toHaveLength(POINTS);
    expect(await allowed()).toBe(false);
  });

  it.each([
    ['a text', 'SET'],
    ['a list', 'RPUSH'],
  ])('replace what is not theirs, and count it: %s', async (_, command) => {
    const before = one?.find(Redis).discarded ?? 0;
    const key = `modex:1:limit:look-up-address:${address}`;
    await server.say(`${command} ${key} garbage`);
    expect((await ask(one)).statusCode).toBe(200);
    await eventually(async () => expect(one?.find(Redis).discarded).toBe(before + 1));
    await eventually(async () => {
      await ask(one);
      expect(await server.say(`GET ${key}`)).toMatch(/^\$\d+\r\n\d+\r\n/);
    });
  });
});
