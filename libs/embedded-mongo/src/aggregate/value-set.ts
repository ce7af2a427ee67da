import { equalValues, isDoc, isNumber, isObjectId, toNumber, typeRank } from '../values';

/**
 * Texts that are the same for equal values, of any type; different values may share one, so it finds a bucket and
 * `equalValues` decides.
 */
export function bucketOf(value: unknown): string {
  if (typeof value === 'string') return `s${value}`;
  if (isObjectId(value)) return `o${value.toHexString()}`;
  if (isNumber(value)) return `n${toNumber(value) + 0}`;
  if (value instanceof Date) return `d${value.getTime()}`;
  if (Array.isArray(value)) return `[${value.map(bucketOf).join()}]`;
  if (isDoc(value))
    return `{${Object.keys(value)
      .map((key) => `${key}:${bucketOf(value[key])}`)
      .join()}}`;
  return typeof value === 'boolean' ? String(value) : `t${typeRank(value)}`;
}

/** A map from values to entries, by MongoDB's equality: `1` and `1.0` are the same key. */
export class ValueMap<Entry> {
  private readonly buckets = new Map<string, { readonly value: unknown; readonly entry: Entry }[]>();

  /** The entry of a value; `create` makes it where there is none. */
  entry(value: unknown, create: () => Entry): Entry {
    const text = bucketOf(value);
    const bucket = this.buckets.get(text);
    const known = bucket?.find((candidate) => equalValues(candidate.value, value));
    if (known !== undefined) return known.entry;
    const added = { value, entry: create() };
    if (bucket === undefined) this.buckets.set(text, [added]);
    else bucket.push(added);
    return added.entry;
  }

  has(value: unknown): boolean {
    return this.buckets.get(bucketOf(value))?.some((candidate) => equalValues(candidate.value, value)) ?? false;
  }
}

/** Values without their repetitions, in the order in which they came. */
export class ValueSet {
  private readonly map = new ValueMap<true>();
  private readonly items: unknown[] = [];

  static of(values: Iterable<unknown>): ValueSet {
    const set = new ValueSet();
    for (const value of values) set.add(value);
    return set;
  }

  add(value: unknown): void {
    this.map.entry(value, () => {
      this.items.push(value);
      return true;
    });
  }

  has(value: unknown): boolean {
    return this.map.has(value);
  }

  get size(): number {
    return this.items.length;
  }

  values(): readonly unknown[] {
    return this.items;
  }
}
