import { afterPrefix, encodeKey, typeByte } from '../index/key-encoding';
import type { KeyRange } from '../storage/index-table';
import { isNumber } from '../values';
import type { End, FieldBounds } from './field-bounds';

/** Below every key and above every key: type bytes lie between 1 and 254, flipped or not. */
const LOWEST = new Uint8Array(0);
const HIGHEST = Uint8Array.of(0xff);

type Points = Extract<FieldBounds, { kind: 'points' }>;
type Interval = Extract<FieldBounds, { kind: 'interval' }>;

/** The ranges of keys, ascending and disjoint, that some leading fields' bounds select: points, then one interval. */
export function keyRanges(bounds: readonly FieldBounds[], directions: readonly number[]): KeyRange[] {
  const points = bounds.filter((it): it is Points => it.kind === 'points');
  const interval = bounds.find((it): it is Interval => it.kind === 'interval');
  const ranges = combinations(points.map(({ values }) => values)).map((values) =>
    interval ? intervalRange(values, interval, directions) : prefixRange(encodeKey(values, directions)),
  );
  return distinct(ranges);
}

function combinations(sets: readonly (readonly unknown[])[]): unknown[][] {
  return sets.reduce<unknown[][]>((found, set) => found.flatMap((head) => set.map((value) => [...head, value])), [[]]);
}

const prefixRange = (prefix: Uint8Array): KeyRange =>
  prefix.length === 0 ? { from: LOWEST, to: HIGHEST } : { from: prefix, to: afterPrefix(prefix) ?? HIGHEST };

function intervalRange(prefix: readonly unknown[], interval: Interval, directions: readonly number[]): KeyRange {
  const sample = (interval.low ?? interval.high)?.value;
  const descending = directions[prefix.length] === -1;
  const bracket = prefixRange(
    Uint8Array.of(...encodeKey(prefix, directions), descending ? ~typeByte(sample) & 0xff : typeByte(sample)),
  );
  const low = interval.low ?? lowest(sample);
  const first = descending ? interval.high : low;
  const last = descending ? low : interval.high;
  const key = ({ value }: End) => prefixRange(encodeKey([...prefix, value], directions));
  return {
    from: first ? (first.inclusive ? key(first).from : key(first).to) : bracket.from,
    to: last ? (last.inclusive ? key(last).to : key(last).from) : bracket.to,
  };
}

/** NaN sorts below all numbers but is not less than any of them. */
const lowest = (sample: unknown): End | undefined =>
  isNumber(sample) ? { value: -Infinity, inclusive: true } : undefined;

function distinct(ranges: KeyRange[]): KeyRange[] {
  if (ranges.length < 2) return ranges;
  ranges.sort((a, b) => Buffer.compare(a.from, b.from));
  return ranges.filter((range, i) => i === 0 || Buffer.compare(range.from, (ranges[i - 1] as KeyRange).from) !== 0);
}
