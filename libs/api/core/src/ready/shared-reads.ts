import { LRUCache } from 'lru-cache';

/** Of one read, from which its `read` may take away. */
export interface ReadTerms {
  /** How long the value may be used from now on, in milliseconds. */
  lifeMs?: number;
}

/** What is kept, and how it is read. */
export interface SharedReadsOptions<V, C> {
  /** At most so many values, or so many bytes by `sizeOf`; the one that was used longest ago is dropped first. */
  readonly most: number;
  readonly sizeOf?: (value: NonNullable<V>) => number;
  /** How long a value may be used, in milliseconds; undefined: it never changes. */
  readonly lifeMs?: number;
  /** What it finds to be undefined is not kept. */
  readonly read: (asked: C, terms: ReadTerms) => Promise<V>;
}

/**
 * What was read lately, from memory; all who ask for a key at once share one read. A key that is forgotten or dropped
 * while it is read still answers those who wait, since they asked before; whoever asks after that causes a read anew.
 */
export class SharedReads<V, C> {
  private readonly found: LRUCache<string, Found<V>, Asked<C>>;

  constructor({ most, sizeOf, lifeMs, read }: SharedReadsOptions<V, C>) {
    const limits =
      sizeOf === undefined
        ? { max: most }
        : { maxSize: most, sizeCalculation: ({ value }: Found<V>) => (value ? sizeOf(value) : 1) };
    this.found = new LRUCache<string, Found<V>, Asked<C>>({
      ...limits,
      ttl: lifeMs,
      // Otherwise what is forgotten or dropped rejects for those who wait.
      ignoreFetchAbort: true,
      fetchMethod: async (_key, _old, { context, options }) => {
        const terms: ReadTerms = {};
        const value = await read(context.asked, terms);
        if (terms.lifeMs !== undefined) options.ttl = terms.lifeMs;
        return { value };
      },
    });
  }

  /** @param asked what `read` gets if this key is not in memory */
  async read(key: string, asked: C): Promise<V> {
    const found = await this.found.forceFetch(key, { context: { asked } });
    if (found.value === undefined && this.found.peek(key) === found) this.found.delete(key);
    return found.value;
  }

  /** What is in memory; undefined: nothing. */
  recent(key: string): V | undefined {
    return this.found.get(key)?.value;
  }

  forget(key: string): void {
    this.found.delete(key);
  }

  forgetAll(): void {
    this.found.clear();
  }
}

interface Asked<C> {
  readonly asked: C;
}

/** In a box, since the library takes a plain undefined for a read that failed. */
interface Found<V> {
  readonly value: V;
}
