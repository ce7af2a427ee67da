import { MongoServerFault } from '../errors';
import type { Doc } from '../values';
import type { Match, Matches } from './matches';

/** As MongoDB limits a sort in memory. */
const MAX_SORT_BYTES = 100 * 1024 * 1024;

/** Longest run that is sorted at a stretch; longer ones are merged with pauses in between. */
const RUN = 500;

export type Order = (a: Doc, b: Doc) => number;

/** A computation that may be paused at each `yield`, so that other commands are served. */
export type Pausable<T> = Generator<void, T>;

/**
 * All matches in an order that no index gives. `keep`: how many of the first are wanted (0: all).
 * @throws MongoServerFault 292 when they are more than 100 MB
 */
export function* sortMatches(matches: Matches, order: Order, keep: number): Pausable<Match[]> {
  const compare = (a: Match, b: Match) => order(a.doc, b.doc);
  let found: Match[] = [];
  let bytes = 0;
  for (let step = matches.next(); step; step = matches.next()) {
    for (const match of step) {
      found.push(match);
      bytes += match.bytes.length;
    }
    if (keep > 0 && found.length >= 2 * keep + RUN) {
      found = (yield* mergeSort(found, compare)).slice(0, keep);
      bytes = found.reduce((sum, match) => sum + match.bytes.length, 0);
    }
    if (bytes > MAX_SORT_BYTES) throw tooMuchToSort();
    yield;
  }
  const sorted = yield* mergeSort(found, compare);
  return keep > 0 ? sorted.slice(0, keep) : sorted;
}

/** A stable sort: runs first, then merges of neighbours. */
function* mergeSort<T>(items: T[], compare: (a: T, b: T) => number): Pausable<T[]> {
  if (items.length <= RUN) return items.sort(compare);
  let runs: T[][] = [];
  for (let at = 0; at < items.length; at += RUN) {
    runs.push(items.slice(at, at + RUN).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let i = 0; i < runs.length; i += 2) {
      const [a, b] = [runs[i] as T[], runs[i + 1]];
      merged.push(b ? yield* merge(a, b, compare) : a);
    }
    runs = merged;
  }
  return runs[0] as T[];
}

function* merge<T>(a: T[], b: T[], compare: (a: T, b: T) => number): Pausable<T[]> {
  const merged: T[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    merged.push(compare(a[i] as T, b[j] as T) <= 0 ? (a[i++] as T) : (b[j++] as T));
    if (merged.length % RUN === 0) yield;
  }
  while (i < a.length) merged.push(a[i++] as T);
  while (j < b.length) merged.push(b[j++] as T);
  return merged;
}

function tooMuchToSort(): MongoServerFault {
  const message = `Sort exceeded memory limit of ${MAX_SORT_BYTES} bytes, but external sorting is not supported.`;
  return new MongoServerFault(292, 'QueryExceededMemoryLimitNoDiskUseAllowed', message);
}
