/** How one side compares with another over the same rounds; 2 means twice as much. */
export interface Ratio {
  /** Of all rounds together. */
  readonly sums: number;
  /** Of the lower quartiles: a round that others disturbed counts for nothing. */
  readonly lowerQuartiles: number;
  /** The median of the ratios round by round, and where their middle half lies. */
  readonly medianOfPairs: number;
  readonly middleHalf: readonly [number, number];
}

/**
 * The value that this share of the values does not exceed; between two values in proportion.
 * @param share 0 to 1
 * @returns NaN for no values
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)] ?? NaN, sorted[Math.ceil(place)] ?? NaN];
  return below + (above - below) * (place - Math.floor(place));
}

/** @param ours one value a round @param theirs those of the other side, in the order of the same rounds */
export function ratioOf(ours: readonly number[], theirs: readonly number[]): Ratio {
  if (ours.length !== theirs.length) throw new Error('a pair is two values of one round');
  const pairs = ours.map((value, round) => value / (theirs[round] ?? NaN));
  return {
    sums: sum(ours) / sum(theirs),
    lowerQuartiles: quantile(ours, 0.25) / quantile(theirs, 0.25),
    medianOfPairs: quantile(pairs, 0.5),
    middleHalf: [quantile(pairs, 0.25), quantile(pairs, 0.75)],
  };
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
