import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Settings } from '../settings';
import { Redis } from './redis';

/** The number is that of the format. */
const PREFIX = 'modex:1:cache:';
/** Of the seal before each value. */
const SEAL_BYTES = 32;

/** Something that any process may make, and that the others may use for a while. */
export interface CacheEntry {
  /** All entries of a group can be made invalid together. */
  readonly group: string;
  readonly name: string;
  /** How long it may be used from when it was made, in milliseconds. */
  readonly lifeMs: number;
}

/** Bytes from the cache, or just made. */
export interface Shared {
  readonly bytes: Buffer;
  /** How long they may still be used, in milliseconds. */
  readonly lifeMs: number;
}

/** What was made, with the revision of its group at that time. */
interface Made {
  readonly revision: string;
  readonly bytes: Buffer;
}

/**
 * What processes share through Redis, so that a cold one need not read everything from the database. Each value is sealed
 * with a secret of this deployment: whatever has no valid seal is a miss, and is replaced.
 */
@Injectable()
export class SharedCache {
  constructor(
    private readonly redis: Redis,
    private readonly settings: Settings,
  ) {}

  /**
   * The bytes of an entry, else what `make` returns, which is then kept for the others.
   * @param make undefined: nothing that could be kept
   * @returns undefined when nothing was made
   */
  async use({ group, name, lifeMs }: CacheEntry, make: () => Promise<Buffer | undefined>): Promise<Shared | undefined> {
    const key = `${PREFIX}${group}:${name}`;
    // The revision is read before anything is made: a change meanwhile makes that invalid.
    const [revision, found] = await Promise.all([this.revisionOf(group), this.find(key)]);
    const isValid = found !== undefined && found.revision === revision && found.lifeMs > 0;
    if (isValid) return { bytes: found.bytes, lifeMs: Math.min(found.lifeMs, lifeMs) };
    const bytes = await make();
    if (bytes === undefined) return undefined;
    if (revision !== undefined) this.keep(key, { revision, bytes }, lifeMs);
    return { bytes, lifeMs };
  }

  /** From now on nobody uses what was made in this group before. */
  invalidate(group: string): void {
    const key = revisionKey(group);
    void this.redis.ask(key, (client) => client.incr(key));
  }

  /** Undefined while Redis does not answer; then nothing is kept. */
  private async revisionOf(group: string): Promise<string | undefined> {
    const key = revisionKey(group);
    const found = await this.redis.ask(key, async (client) => ({ revision: await client.get(key) }));
    return found && (found.revision ?? '');
  }

  private async find(key: string): Promise<(Made & { readonly lifeMs: number }) | undefined> {
    const found = await this.redis.ask(key, async (client) => {
      const [value, lifeMs] = await Promise.all([client.getBuffer(key), client.pttl(key)]);
      return { value, lifeMs };
    });
    if (found === undefined || found.value === null) return undefined;
    const made = this.open(key, found.value);
    if (made === undefined) this.redis.discard(key);
    return made && { ...made, lifeMs: found.lifeMs };
  }

  private keep(key: string, { revision, bytes }: Made, lifeMs: number): void {
    const sealed = Buffer.concat([Buffer.from(`${revision}\n`), bytes]);
    const value = Buffer.concat([this.sealOf(key, sealed), sealed]);
    void this.redis.ask(key, (client) => client.set(key, value, 'PX', lifeMs));
  }

  private open(key: string, value: Buffer): Made | undefined {
    const [seal, sealed] = [value.subarray(0, SEAL_BYTES), value.subarray(SEAL_BYTES)];
    if (seal.length < SEAL_BYTES || !timingSafeEqual(seal, this.sealOf(key, sealed))) return undefined;
    const end = sealed.indexOf('\n');
    return { revision: sealed.toString('utf8', 0, end), bytes: sealed.subarray(end + 1) };
  }

  private sealOf(key: string, sealed: Buffer): Buffer {
    return createHmac('sha256', this.settings.sessionSecret).update(`${key}\n`).update(sealed).digest();
  }
}

function revisionKey(group: string): string {
  return `${PREFIX}${group}`;
}
