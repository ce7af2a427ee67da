import type { Filter } from './filter';
import type { SortKey } from './sort-order';

/** What is to be found, and in which order. */
export interface Query {
  readonly filter: Filter;
  readonly sort?: readonly SortKey[];
  readonly hint?: unknown;
}
