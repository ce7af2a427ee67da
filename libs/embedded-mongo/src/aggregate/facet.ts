import { locationFault } from '../errors';
import { type Doc, fieldName, isDoc } from '../values';
import { collect } from './pause';
import type { CompilePipeline, PipelineContext } from './pipeline-types';

const INVALID_SPEC = 40169;
const NOT_ARRAY = 40170;
const BAD_NAME = 40414;
const NOT_WITHIN_FACET = 40600;

/** Compiles `$facet`: one document with the results of several pipelines over the same documents. */
export function compileFacet(
  spec: unknown,
  context: PipelineContext,
  compile: CompilePipeline,
): (input: Iterable<Doc>) => Iterable<Doc> {
  if (!isDoc(spec) || Object.keys(spec).length === 0) {
    throw locationFault(INVALID_SPEC, 'the $facet specification must be a non-empty object');
  }
  const facets = Object.keys(spec).map((key) => {
    return { key, pipeline: compile(stagesOf(fieldName(key), spec[key]), context) };
  });
  return function* (input) {
    const docs = yield* collect(input);
    const result: Doc = {};
    for (const { key, pipeline } of facets) result[key] = [...pipeline.run(docs)];
    yield result;
  };
}

function stagesOf(name: string, stages: unknown): readonly unknown[] {
  if (name.includes('.') || name.startsWith('$')) throw locationFault(BAD_NAME, `invalid name of a facet: ${name}`);
  if (!Array.isArray(stages)) throw locationFault(NOT_ARRAY, `arguments to $facet must be arrays, ${name} is none`);
  if (stages.some((stage) => isDoc(stage) && Object.keys(stage)[0] === '$facet')) {
    throw locationFault(NOT_WITHIN_FACET, '$facet is not allowed to be used within a $facet stage');
  }
  return stages;
}
