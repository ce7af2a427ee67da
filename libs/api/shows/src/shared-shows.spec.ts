import { Logger } from '@nestjs/common';
import { Redis, SharedCache } from '@modex/api-core';
import { eventually, RedisServer } from '@modex/testing';
import { startTestApi, TestApi } from '@modex/testing/shows';
import { ShowRepository } from './show.repository';
import { ShowService } from './show.service';

describe('shows of two processes with one Redis', () => {
  let redis: RedisServer;
  let one: TestApi;
  let other: TestApi;
  beforeAll(async () => {
    Logger.overrideLogger(false);
    redis = await RedisServer.start();
    one = await startTestApi({ settings: { redisUrl: redis.url } });
    const { mongodbUri } = one.settings;
    other = await startTestApi({ settings: { redisUrl: redis.url, mongodbUri } });
  });
  afterAll(async () => {
    await other?.close();
    await one?.close();
    await redis?.close();
  });
  afterEach(() => jest.restoreAllMocks());

  const titles = async (api: TestApi, query = '') => {
    const { statusCode, body } = await api.app.inject({ method: 'GET', url: `/api/shows${query}` });
    expect(statusCode).toBe(200);
    return JSON.parse(body).items.map(({ title }: { title: string }) => title);
  };
  const edit = (showId: string, version: number, title: string) =>
    one.find(ShowService).edit(showId, { version, by: 'a'.repeat(24), fields: { title } });

  it('are listed from what another process has read', async () => {
    await one.show({ title: 'shared', totalSeats: 1 });
    const reads = jest.spyOn(other.find(ShowRepository), 'findToCome');
    let limit = 1;
    await eventually(async () => {
      // A list that this process has never read.
      const query = `?limit=${++limit}`;
      await titles(one, query);
      reads.mockClear();
      expect(await titles(other, query)).toEqual(['shared']);
      expect(reads).not.toHaveBeenCalled();
    });
  });

  it('are forgotten by the other process, and their lists are invalid, as soon as one is changed', async () => {
    const show = await one.show({ title: 'early', totalSeats: 1 });
    const invalidated = jest.spyOn(one.find(SharedCache), 'invalidate');
    const forget = jest.spyOn(other.find(ShowService), 'forget');
    await eventually(async () => {
      const version = (await one.find(ShowService).find(show.id)).version;
      await edit(show.id, version, `late ${version}`);
      expect(forget).toHaveBeenCalledWith(show.id);
    });
    expect(invalidated).toHaveBeenCalledWith('shows');
  });

  it('are all forgotten when messages may have been lost', async () => {
    const forgetAll = jest.spyOn(other.find(ShowService), 'forgetAll');
    await redis.say('CLIENT KILL TYPE normal');
    await eventually(async () => expect(forgetAll).toHaveBeenCalled());
  });

  it('show their organiser the change at once, whatever Redis still has', async () => {
    const show = await one.show({ title: 'before', totalSeats: 1 });
    // As if Redis had not heard of it.
    jest.spyOn(one.find(SharedCache), 'invalidate').mockReturnValue();
    for (let version = 0; version < 10; version++) {
      await titles(other, '?q=after');
      await edit(show.id, version, `after ${version}`);
      expect(await titles(one, '?q=after')).toEqual([`after ${version}`]);
    }
  });

  it.each([
    ['refused', () => redis.kill(), () => redis.restart()],
    ['silent', async () => redis.fallSilent(), async () => redis.goOn()],
  ])('are listed all the same while Redis is %s', async (_, away, back) => {
    await one.show({ title: 'lonely', totalSeats: 1 });
    await away();
    try {
      expect(await titles(one, '?q=lonely')).toContain('lonely');
      expect((await titles(other, '?q=lonely')).length).toBeGreaterThan(0);
    } finally {
      await back();
    }
    await eventually(async () => expect(await one.find(Redis).ask('any', (client) => client.ping())).toBe('PONG'));
  });

  it('are listed from the database when Redis is full of something else', async () => {
    await titles(one, '?q=lonely');
    const keys = (await redis.say('KEYS modex:1:cache:shows*')).match(/modex:\S+/g) ?? [];
    await redis.say(...keys.map((key) => `SET ${key} garbage`), 'SET modex:1:cache:shows garbage');
    expect((await titles(other, '?q=lonely')).length).toBeGreaterThan(0);
    await one.show({ title: 'lonely too', totalSeats: 1 });
    expect(await titles(one, '?q=lonely')).toContain('lonely too');
  });
});
