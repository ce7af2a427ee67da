import type { Doc } from '../values';

/** One question that is put to this database and to the server it is compared with. */
export type Case = FindCase | AggregateCase | UpdateCase;

/** What a find answers; without a sort the documents are compared in the order of `_id`. */
export type FindCase = {
  readonly kind: 'find';
  readonly docs: readonly Doc[];
  readonly filter: Doc;
  readonly projection?: Doc;
  readonly sort?: Doc;
};

/** What a pipeline answers; `foreign` are the documents of the collection that `$lookup` reads. */
export type AggregateCase = {
  readonly kind: 'aggregate';
  readonly docs: readonly Doc[];
  readonly foreign: readonly Doc[];
  readonly pipeline: readonly Doc[];
};

/** What becomes of one document by an update of the one that the filter finds. */
export type UpdateCase = {
  readonly kind: 'update';
  readonly docs: readonly Doc[];
  readonly filter: Doc;
  readonly update: Doc | readonly Doc[];
  readonly upsert: boolean;
};

/** An answer: documents (for an update the stored ones after it), or an error's code. */
export type Outcome = { readonly docs: readonly Doc[] } | { readonly code: number };

/** The name under which `$lookup` finds the foreign documents. */
export const FOREIGN = 'foreign';
