import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { Redis as Client } from 'ioredis';
import { CONNECTION, isForeign, Redis } from '../redis/redis';
import { Channel } from './channel';

/** All processes of a deployment share this stream; the number is that of its format. */
export const STREAM = 'modex:1:messages';
/** About how many messages are kept. */
const MOST_KEPT = 10_000;
/** Most messages of one read; fewer than are kept. */
const MOST_READ = 1_000;
/** How long a read waits for a message, in milliseconds. */
const WAIT_MS = 2_000;
/** Pause before the next attempt after a failure, in milliseconds. */
const RETRY_MS = 250;

type Entry = readonly [id: string, fields: readonly string[]];

/**
 * The channel through Redis: a stream, which loses nothing while it is read. After each break the end of the stream is
 * looked up and everybody is told that messages may be lost. The same happens when a read is full: this process is then so
 * far behind that the stream may already have been cut, and reading the database takes less time.
 */
export class RedisChannel extends Channel implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly self = randomUUID();
  /** A connection of its own, since a read blocks it. */
  private readonly reader: Client;
  private reading: Promise<void> | undefined;
  private isOver = false;

  constructor(
    private readonly redis: Redis,
    redisUrl: string,
  ) {
    super();
    this.reader = new Client(redisUrl, { ...CONNECTION, autoResendUnfulfilledCommands: false });
    this.reader.on('error', () => undefined);
  }

  send(topic: string, message: string): void {
    const entry = ['from', this.self, 'topic', topic, 'message', message];
    void this.redis.ask(STREAM, (client) => client.xadd(STREAM, 'MAXLEN', '~', MOST_KEPT, '*', ...entry));
  }

  onApplicationBootstrap(): void {
    this.reading = this.readUntilOver();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isOver = true;
    this.reader.disconnect();
    await this.reading;
  }

  private async readUntilOver(): Promise<void> {
    while (!this.isOver) {
      try {
        await this.readFromEnd();
      } catch (error) {
        if (isForeign(error)) this.redis.discard(STREAM);
        if (!this.isOver) await pause(RETRY_MS);
      }
    }
  }

  /** Reads on until it is too far behind. */
  private async readFromEnd(): Promise<void> {
    const [last] = await this.reader.xrevrange(STREAM, '+', '-', 'COUNT', 1);
    let position = last?.[0] ?? '0-0';
    this.tellMissed();
    for (;;) {
      const entries = await this.readAfter(position);
      if (entries.length === MOST_READ) return;
      for (const entry of entries) this.takeEntry(entry);
      position = entries.at(-1)?.[0] ?? position;
    }
  }

  private async readAfter(position: string): Promise<readonly Entry[]> {
    const streams = await this.reader.xread('COUNT', MOST_READ, 'BLOCK', WAIT_MS, 'STREAMS', STREAM, position);
    return streams?.[0]?.[1] ?? [];
  }

  private takeEntry([, fields]: Entry): void {
    const [from, self, inTopic, topic, hasMessage, message] = fields;
    const isOurs = from === 'from' && inTopic === 'topic' && hasMessage === 'message';
    if (isOurs && self !== this.self && topic !== undefined && message !== undefined) this.deliver(topic, message);
  }
}
