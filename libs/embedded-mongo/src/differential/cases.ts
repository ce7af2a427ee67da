import fc from 'fast-check';
import { expressionPipeline, facetPipeline, findProjection, pipeline, sort } from './arbitrary-pipelines';
import { filter } from './arbitrary-filters';
import { update, updateFilter, upsertFilter } from './arbitrary-updates';
import { docs } from './arbitrary-values';
import type { AggregateCase, Case, FindCase, UpdateCase } from './case';

/** Cases that share their documents, so that a server stores them once. */
const QUESTIONS_PER_DOCS = 25;

const find: fc.Arbitrary<Omit<FindCase, 'docs'>> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('find' as const), filter }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('find' as const), filter: fc.constant({}), sort }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('find' as const), filter: fc.constant({}), projection: findProjection }),
  },
);

const aggregate: fc.Arbitrary<Omit<AggregateCase, 'docs' | 'foreign'>> = fc.record({
  kind: fc.constant('aggregate' as const),
  pipeline: fc.oneof(
    { weight: 5, arbitrary: expressionPipeline },
    { weight: 5, arbitrary: pipeline },
    { weight: 1, arbitrary: facetPipeline },
  ),
});

const updating: fc.Arbitrary<Omit<UpdateCase, 'docs'>> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('update' as const),
      filter: updateFilter,
      update,
      upsert: fc.constant(false),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('update' as const),
      filter: upsertFilter,
      update,
      upsert: fc.constant(true),
    }),
  },
);

/** A batch of cases from a seed: the same seed gives the same cases. */
export function generateCases(count: number, seed: number): readonly Case[] {
  const batch = fc.record({
    docs,
    foreign: docs,
    questions: fc.array(fc.oneof(find, aggregate), { minLength: QUESTIONS_PER_DOCS, maxLength: QUESTIONS_PER_DOCS }),
  });
  const reads = fc
    .sample(batch, { numRuns: Math.ceil((count * 3) / 4 / QUESTIONS_PER_DOCS), seed })
    .flatMap(({ docs: stored, foreign, questions }) =>
      questions.map((question): Case => withDocs(question, stored, foreign)),
    );
  const single = fc
    .tuple(docs, updating)
    .map(([stored, question]): Case => ({ ...question, docs: stored.slice(0, 2) }));
  return [...reads, ...fc.sample(single, { numRuns: Math.ceil(count / 4), seed })];
}

function withDocs(
  question: Omit<FindCase, 'docs'> | Omit<AggregateCase, 'docs' | 'foreign'>,
  stored: FindCase['docs'],
  foreign: FindCase['docs'],
): Case {
  if (question.kind === 'find') return { ...question, docs: stored };
  return { ...question, docs: stored, foreign: foreign.slice(0, 4) };
}
