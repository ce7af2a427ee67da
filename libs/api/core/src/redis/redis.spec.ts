import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { eventually, KeptLines, RedisServer } from '@modex/testing';
import { Redis } from './redis';

describe('a Redis that is asked', () => {
  const lines = new KeptLines();
  let server: RedisServer;
  let redis: Redis;
  beforeAll(async () => void (server = await RedisServer.start()));
  afterAll(() => server?.close());
  beforeEach(async () => {
    Logger.overrideLogger(lines);
    await server.say('FLUSHALL');
    redis = new Redis({ redisUrl: server.url });
    await eventually(async () => expect(await write('first')).toBe('OK'));
  });
  afterEach(() => {
    redis.onApplicationShutdown();
    Logger.overrideLogger(false);
  });

  const write = (value: string) => redis.ask('key', (client) => client.set('key', value));
  const read = () => redis.ask('key', (client) => client.get('key'));
  const whileSilent = async (work: () => Promise<void>) => {
    server.fallSilent();
    await work().finally(() => server.goOn());
  };

  it('answers', async () => {
    await eventually(async () => expect(await read()).toBe('first'));
  });

  it('has no answer when it is refused, and answers again once it is back', async () => {
    await server.kill();
    await eventually(async () => expect(await read()).toBeUndefined());
    expect(await read()).toBeUndefined();
    await server.restart();
    await eventually(async () => expect(await write('again')).toBe('OK'));
  });

  it('that is silent is tried three times and then left alone, until it goes on', async () => {
    const sent = jest.fn();
    const ask = () =>
      redis.ask('key', (client) => {
        sent();
        return client.get('key');
      });
    await whileSilent(async () => {
      for (let nth = 0; nth < 100; nth++) expect(await ask()).toBeUndefined();
      // Beside those three, one for each second that these hundred took.
      expect(sent.mock.calls.length).toBeLessThan(30);
    });
    await eventually(async () => expect(await ask()).toBe('first'));
  });

  it('that is silent keeps nobody waiting, however many ask at once', async () => {
    await whileSilent(async () => {
      const all = Promise.all(Array.from({ length: 500 }, read));
      // Of two timers the shorter ends first, however busy the machine is.
      expect(await Promise.race([all.then(() => 'answered'), pause(500, 'waited')])).toBe('answered');
    });
  });

  it('that was away is told once, however often it is tried, and once that it is back', async () => {
    const before = lines.texts.length;
    const told = () => lines.texts.slice(before);
    let tries = 0;
    await server.kill();
    await eventually(async () => {
      await redis.ask('key', async (client) => {
        tries++;
        return client.get('key');
      });
      expect(tries).toBeGreaterThan(4);
    });
    await server.restart();
    await eventually(async () => expect(await write('again')).toBe('OK'));
    await eventually(async () =>
      expect(told()).toEqual([expect.stringContaining('does not answer'), expect.stringContaining('answers again')]),
    );
  });

  it('is not left alone for what is not ours: that is thrown away and counted', async () => {
    await server.say('SET number garbage');
    const count = () => redis.ask('number', (client) => client.incr('number'));
    await eventually(async () => expect(await count()).toBeGreaterThan(0));
    expect(redis.discarded).toBe(1);
  });

  it('need not be there', async () => {
    const none = new Redis({ redisUrl: undefined });
    expect(await none.ask('key', (client) => client.get('key'))).toBeUndefined();
  });
});
