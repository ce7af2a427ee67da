import { Logger } from '@nestjs/common';
import { eventually, RedisServer } from '@modex/testing';
import { Redis } from '../redis/redis';
import { RedisChannel, STREAM } from './redis-channel';

/** One process with its end of the channel, and what it was told. */
class Listener {
  readonly taken: string[] = [];
  missed = 0;
  private readonly redis: Redis;
  private readonly channel: RedisChannel;

  constructor({ url }: RedisServer) {
    this.redis = new Redis({ redisUrl: url });
    this.channel = new RedisChannel(this.redis, url);
    this.channel.listen('seats', { take: (message) => this.taken.push(message), missed: () => void this.missed++ });
    this.channel.onApplicationBootstrap();
  }

  send(message: string, topic = 'seats'): void {
    this.channel.send(topic, message);
  }

  get discarded(): number {
    return this.redis.discarded;
  }

  async close(): Promise<void> {
    await this.channel.beforeApplicationShutdown();
    this.redis.onApplicationShutdown();
  }
}

describe('the channel through Redis', () => {
  let server: RedisServer;
  let one: Listener;
  let other: Listener;
  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(async () => {
    server = await RedisServer.start();
    [one, other] = [new Listener(server), new Listener(server)];
    await eventually(async () => expect([one.missed, other.missed]).toEqual([1, 1]));
    await meet('hello');
  });
  afterEach(async () => {
    await Promise.all([one.close(), other.close()]);
    await server.close();
  });

  /** Sends until it arrives: while Redis is away or late, a message is lost. */
  const meet = (message: string) =>
    eventually(async () => {
      one.send(message);
      expect(other.taken).toContain(message);
    });

  it('brings messages to the others, and none back', async () => {
    await meet('a seat');
    expect(one.taken).toEqual([]);
  });

  it('brings each message to the listener of its topic', async () => {
    one.send('a show', 'shows');
    await meet('a seat');
    expect(other.taken).not.toContain('a show');
  });

  it.each([
    ['was refused and comes back empty', () => server.kill().then(() => server.restart())],
    ['broke all connections', () => server.say('CLIENT KILL TYPE normal').then(() => undefined)],
  ])('of a Redis that %s: everybody learns that messages may be lost, and it goes on', async (_, happen) => {
    const before = other.missed;
    await happen();
    await eventually(async () => expect(other.missed).toBeGreaterThan(before));
    await meet('afterwards');
  });

  it('of a Redis that was silent goes on', async () => {
    server.fallSilent();
    for (let nth = 0; nth < 50; nth++) one.send('into the void');
    server.goOn();
    await meet('afterwards');
  });

  it('of which much was missed at once says so instead of reading all of it', async () => {
    const before = other.missed;
    // One transaction, so that one read finds all of it.
    const entries = Array.from({ length: 1_500 }, (_, nth) => `XADD ${STREAM} * from x topic seats message ${nth}`);
    await server.say('MULTI', ...entries, 'EXEC');
    await eventually(async () => expect(other.missed).toBeGreaterThan(before));
    await meet('afterwards');
    expect(other.taken).not.toContain('1499');
  });

  it('skips entries of another form', async () => {
    await server.say(`XADD ${STREAM} * colour red`, `XADD ${STREAM} * from x topic`);
    await meet('afterwards');
    expect(other.taken.filter((message) => message !== 'hello' && message !== 'afterwards')).toEqual([]);
  });

  it('replaces something else that stands in its place', async () => {
    await server.say(`DEL ${STREAM}`, `SET ${STREAM} garbage`);
    await meet('afterwards');
    expect(one.discarded + other.discarded).toBeGreaterThan(0);
  });
});
