import { compilePipeline } from '../aggregate';
import { MongoServerFault } from '../errors';
import { compileFilter } from '../match';
import { compileProjection, compileSortKey, sortDocs } from '../project';
import { compileUpdate, upsertSeed } from '../update';
import { decode, type Doc, encode } from '../values';
import type { AggregateCase, Case, FindCase, Outcome, UpdateCase } from './case';

/** Answers a case with the semantics alone, without storage, indexes and wire protocol. */
export function answerLocally(question: Case, now: Date): Outcome {
  try {
    return { docs: answer(question, now).map((doc) => decode(encode(doc))) };
  } catch (error) {
    if (error instanceof MongoServerFault) return { code: error.code };
    throw error;
  }
}

function answer(question: Case, now: Date): readonly Doc[] {
  if (question.kind === 'find') return find(question, now);
  return question.kind === 'aggregate' ? aggregate(question, now) : update(question, now);
}

function find({ docs, filter, projection, sort }: FindCase, now: Date): readonly Doc[] {
  const compiled = compileFilter(filter, { now });
  const found = docs.filter(compiled.matches);
  const sorted = sortDocs(found, compileSortKey(sort ?? { _id: 1 }));
  if (projection === undefined) return sorted;
  const project = compileProjection(projection, { now });
  return sorted.map((doc) => project(doc, compiled.positional(doc)));
}

function aggregate({ docs, foreign, pipeline }: AggregateCase, now: Date): readonly Doc[] {
  const read = (_name: string, filter: Doc = {}): readonly Doc[] =>
    foreign.filter(compileFilter(filter, { now }).matches);
  return [...compilePipeline(pipeline, { now, read }).run(docs)];
}

function update({ docs, filter, update: spec, upsert }: UpdateCase, now: Date): readonly Doc[] {
  const compiled = compileFilter(filter, { now });
  const change = compileUpdate(spec as Doc, { now });
  const target = docs.find(compiled.matches);
  if (target !== undefined) {
    const matchedIndex = compiled.positional(target);
    const changed = change.apply(target, matchedIndex === undefined ? {} : { matchedIndex });
    return docs.map((doc) => (doc === target ? changed : doc));
  }
  if (!upsert) return docs;
  const inserted = change.apply(upsertSeed(filter, change), { isInsert: true });
  const { _id, ...rest } = inserted;
  return [...docs, { _id, ...rest }];
}
