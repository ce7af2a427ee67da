import { Logger } from '@nestjs/common';
import { eventually, RedisServer } from '@modex/testing';
import { Settings } from '../settings';
import { Redis } from './redis';
import { SharedCache } from './shared-cache';

const ENTRY = { group: 'lists', name: 'all', lifeMs: 60_000 };
const KEY = 'modex:1:cache:lists:all';

/** The cache of one process. */
function cacheOf({ url }: RedisServer, sessionSecret = 'a secret of this deployment') {
  const redis = new Redis({ redisUrl: url });
  const cache = new SharedCache(redis, { sessionSecret } as Settings);
  const use = async (text: string) => {
    const make = jest.fn(async () => Buffer.from(text));
    const shared = await cache.use(ENTRY, make);
    return { text: String(shared?.bytes), wasMade: make.mock.calls.length > 0, lifeMs: shared?.lifeMs };
  };
  return { redis, cache, use };
}

describe('the cache that processes share', () => {
  let server: RedisServer;
  let [one, other]: ReturnType<typeof cacheOf>[] = [];
  beforeAll(async () => {
    Logger.overrideLogger(false);
    server = await RedisServer.start();
    [one, other] = [cacheOf(server), cacheOf(server)];
  });
  afterAll(async () => {
    one?.redis.onApplicationShutdown();
    other?.redis.onApplicationShutdown();
    await server?.close();
  });
  beforeEach(() => server.say('FLUSHALL'));

  /** Until Redis has it: a late answer is the same as none. */
  const keep = (text: string) => eventually(async () => expect((await one?.use(text))?.wasMade).toBe(false));

  it('has what another process made, as long as it lives', async () => {
    await keep('first');
    await eventually(async () => {
      const found = await other?.use('second');
      expect(found).toMatchObject({ text: 'first', wasMade: false });
      expect(found?.lifeMs).toBeLessThan(ENTRY.lifeMs);
    });
    await server.say(`PEXPIRE ${KEY} 1`);
    await eventually(async () => expect(await other?.use('second')).toMatchObject({ text: 'second' }));
  });

  it('has nothing that was made before its group was made invalid', async () => {
    await keep('first');
    await eventually(async () => {
      one?.cache.invalidate('lists');
      expect(await other?.use('second')).toMatchObject({ text: 'second', wasMade: true });
    });
    await eventually(async () => expect(await one?.use('third')).toMatchObject({ text: 'second', wasMade: false }));
  });

  it('keeps nothing as valid that was begun before a change', async () => {
    await eventually(async () => {
      await server.say(`DEL ${KEY}`);
      await one?.cache.use(ENTRY, async () => {
        await server.say('INCR modex:1:cache:lists');
        return Buffer.from('begun before');
      });
      // It was kept, and still nobody uses it.
      expect(await server.say(`EXISTS ${KEY}`)).toMatch(/^:1/);
    });
    expect(await other?.use('made after')).toMatchObject({ text: 'made after' });
  });

  it.each([
    ['a text', () => server.say(`SET ${KEY} garbage`)],
    ['a long text', () => server.say(`SET ${KEY} ${'x'.repeat(200)}`)],
    ['a list', () => server.say(`RPUSH ${KEY} garbage`)],
  ])('replaces what is not its own, and counts it: %s', async (_, spoil) => {
    const before = other?.redis.discarded ?? 0;
    await spoil();
    await eventually(async () => expect(await other?.use('true')).toMatchObject({ text: 'true', wasMade: false }));
    expect(other?.redis.discarded).toBe(before + 1);
  });

  it('believes nothing that was made for another name', async () => {
    await keep('first');
    await server.say(`COPY ${KEY} modex:1:cache:lists:another`);
    const make = async () => Buffer.from('another');
    expect(String((await other?.cache.use({ ...ENTRY, name: 'another' }, make))?.bytes)).toBe('another');
  });

  it('believes nothing that another deployment has sealed', async () => {
    const stranger = cacheOf(server, 'a secret of another deployment');
    await eventually(async () => expect((await stranger.use('theirs')).wasMade).toBe(false));
    expect(await other?.use('ours')).toMatchObject({ text: 'ours' });
    stranger.redis.onApplicationShutdown();
  });

  it('makes everything anew while Redis is silent', async () => {
    await keep('first');
    server.fallSilent();
    try {
      expect(await other?.use('second')).toMatchObject({ text: 'second', wasMade: true });
    } finally {
      server.goOn();
    }
  });
});
