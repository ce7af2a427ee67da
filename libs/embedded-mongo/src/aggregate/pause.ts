import type { Doc } from '../values';

/**
 * Stands among the documents of a pipeline's input where other commands may be served. Stages hand it on, so that a
 * pipeline over a million documents can be left and continued in the middle of a `$group`.
 */
export const PAUSE: Doc = Object.freeze({});

/** All documents of an input; its pauses are handed on. */
export function* collect(input: Iterable<Doc>): Generator<Doc, Doc[]> {
  const docs: Doc[] = [];
  for (const doc of input) {
    if (doc === PAUSE) yield PAUSE;
    else docs.push(doc);
  }
  return docs;
}

/** A stage that looks at one document at a time, with the pauses handed on around it. */
export function perDocument(stage: (input: Iterable<Doc>) => Iterable<Doc>): (input: Iterable<Doc>) => Iterable<Doc> {
  return function* (input) {
    for (const doc of input) {
      if (doc === PAUSE) yield PAUSE;
      else yield* stage([doc]);
    }
  };
}
