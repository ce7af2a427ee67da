import type { Collection } from '../catalog/collection';
import type { CollectionIndex } from '../catalog/collection-index';
import type { FieldCondition } from '../match';
import type { KeyRange } from '../storage/index-table';
import { fieldBounds, type FieldBounds } from './field-bounds';
import { hintedIndex, naturalHint } from './hint';
import { keyRanges } from './key-ranges';
import { impliesPartialFilter, impliesPresence } from './partial';
import type { Query } from './query';
import { indexOrder } from './sort-order';

/** Reads all documents in the order of insertion. */
export interface CollectionScan {
  readonly kind: 'collection';
  readonly reverse: boolean;
  readonly sorted: boolean;
  readonly exact: false;
}

/** Reads some ranges of an index. */
export interface IndexScan {
  readonly kind: 'index';
  readonly index: CollectionIndex;
  readonly ranges: readonly KeyRange[];
  readonly reverse: boolean;
  /** The scan's order is the sort asked for. */
  readonly sorted: boolean;
  /** Every document found satisfies the whole filter: it need not be decoded to know. */
  readonly exact: boolean;
  /** One `_id`: at most one document. */
  readonly isIdLookup: boolean;
}

export type Plan = CollectionScan | IndexScan;

/** More combinations of `$in` lists than this are not worth their ranges. */
const MAX_POINTS = 10_000;

/**
 * Chooses how to read a query's documents: a unique index whose fields are all given, then the index with the longest
 * run of equalities, then a list or an interval, then the sort; without one, the collection.
 * @throws MongoServerFault 2 for a hint that names no index
 */
export function plan(collection: Collection, query: Query): Plan {
  const natural = naturalHint(query);
  if (natural !== undefined) return collectionScan(natural < 0, false);
  const hinted = hintedIndex(collection, query.hint);
  const candidates = candidateIndexes(collection, query, hinted).map((index) => candidate(index, query));
  const best = candidates.reduce<Candidate | undefined>(better, undefined);
  if (!best || (!hinted && best.score === 0)) return collectionScan(false, !query.sort?.length);
  return indexScan(best, query);
}

function candidateIndexes(
  collection: Collection,
  query: Query,
  hinted: CollectionIndex | undefined,
): readonly CollectionIndex[] {
  if (hinted) return [hinted];
  // The commonest query by far names the document: no other index can be better, so none is looked at.
  if (query.filter.conditions.some(isOneId)) return [collection.idIndex];
  return collection.readyIndexes.filter((index) => mayUse(index, query));
}

const isOneId = (condition: FieldCondition): boolean =>
  condition.path === '_id' && condition.op === 'eq' && fieldBounds([condition]) !== undefined;

interface Candidate {
  readonly index: CollectionIndex;
  readonly bounds: readonly FieldBounds[];
  readonly order: 'forward' | 'backward' | undefined;
  readonly score: number;
}

const better = (best: Candidate | undefined, next: Candidate): Candidate =>
  best === undefined || next.score > best.score ? next : best;

const collectionScan = (reverse: boolean, sorted: boolean): CollectionScan => ({
  kind: 'collection',
  reverse,
  sorted,
  exact: false,
});

/** A partial or sparse index lacks documents: it may be used only where none of them can be asked for. */
function mayUse({ spec }: CollectionIndex, { filter }: Query): boolean {
  const paths = spec.fields.map((field) => field.path);
  if (spec.sparse && !impliesPresence(filter.conditions, paths)) return false;
  return spec.partialFilter === undefined || impliesPartialFilter(filter.conditions, spec.partialFilter);
}

function candidate(index: CollectionIndex, { filter, sort }: Query): Candidate {
  const bounds = leadingBounds(index, filter.conditions);
  const order = sort?.length ? indexOrder(index, bounds, sort) : undefined;
  return { index, bounds, order, score: score(index, bounds, order !== undefined) };
}

function score(index: CollectionIndex, bounds: readonly FieldBounds[], sorted: boolean): number {
  const single = bounds.filter((it) => it.kind === 'points' && it.values.length === 1).length;
  const lists = bounds.filter((it) => it.kind === 'points' && it.values.length !== 1).length;
  const intervals = bounds.length - single - lists;
  // Every point of a unique index is one document at most; how many an equality on another index finds is not known.
  const isUniqueLookup = index.spec.unique && single + lists === index.spec.fields.length;
  return (isUniqueLookup ? 1000 : 0) + single * 20 + lists * 15 + intervals * 8 + (sorted ? 6 : 0);
}

/** The bounds of the leading fields: points as long as there are any, then at most one interval. */
function leadingBounds(index: CollectionIndex, conditions: readonly FieldCondition[]): FieldBounds[] {
  const found: FieldBounds[] = [];
  let points = 1;
  let throughArray = false;
  for (const [i, { path }] of index.spec.fields.entries()) {
    // Two conditions on one array may be met by different items, whose entries are not the same one.
    const isMultikey = index.multikeyFields.has(i);
    if (isMultikey && throughArray) break;
    const bounds = boundsOf(conditions, path, isMultikey);
    points *= bounds?.kind === 'points' ? bounds.values.length : 1;
    if (!bounds || points > MAX_POINTS) break;
    found.push(bounds);
    throughArray ||= isMultikey;
    if (bounds.kind === 'interval') break;
  }
  return found;
}

/** On an array each condition may be met by another item, so only one of them can bound the scan. */
function boundsOf(conditions: readonly FieldCondition[], path: string, isMultikey: boolean): FieldBounds | undefined {
  const own = conditions.filter((condition) => condition.path === path);
  if (!isMultikey) return fieldBounds(own);
  return own.map((condition) => fieldBounds([condition])).find((bounds) => bounds !== undefined);
}

function indexScan({ index, bounds, order }: Candidate, { filter, sort }: Query): IndexScan {
  const boundPaths = new Set(index.spec.fields.slice(0, bounds.length).map((field) => field.path));
  const exact =
    filter.complete &&
    !index.isMultikey &&
    bounds.every((it) => it.exact) &&
    filter.conditions.every((condition) => boundPaths.has(condition.path));
  const [first] = bounds;
  const isSingle = first?.kind === 'points' && first.values.length === 1;
  return {
    kind: 'index',
    index,
    ranges: keyRanges(bounds, index.directions),
    reverse: order === 'backward',
    sorted: order !== undefined || !sort?.length,
    exact,
    isIdLookup: isSingle && index.name === '_id_' && !sort?.length,
  };
}
