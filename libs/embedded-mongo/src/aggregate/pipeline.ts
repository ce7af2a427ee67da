import { fault, locationFault } from '../errors';
import { type Doc, fieldName, isDoc } from '../values';
import { compileDocStage, isDocStage } from './doc-stages';
import { compileFacet } from './facet';
import { compileGroup } from './group';
import { compileLookup } from './lookup';
import { perDocument } from './pause';
import type { CompiledPipeline, PipelineContext } from './pipeline-types';
import { compileCount, compileLimit, compileMatch, compileSkip, compileSortStage, eachDoc, type Stage } from './stages';
import { compileUnwind } from './unwind';

const ONE_FIELD = 40323;
const UNKNOWN_STAGE = 40324;

type NamedStage = { readonly name: string; readonly spec: unknown };

/**
 * Compiles a pipeline. Throws 40324 for a stage that is unknown or not supported, and what the stages throw for their
 * specifications.
 */
export function compilePipeline(stages: readonly unknown[], context: PipelineContext): CompiledPipeline {
  const named = stages.map(nameOf);
  const compiled = named.map((stage) => compileStage(stage, context));
  const afterMatch = named.findIndex(({ name }) => name !== '$match');
  const matchCount = afterMatch < 0 ? named.length : afterMatch;
  const next = named[matchCount];
  const leadingSort = next?.name === '$sort' ? (next.spec as Doc) : undefined;
  return {
    leadingMatch: joined(named.slice(0, matchCount).map(({ spec }) => spec as Doc)),
    leadingSort,
    run: (input, state = {}) => {
      const sortCount = leadingSort !== undefined && state.sorted === true ? 1 : 0;
      const done = state.matched === true || sortCount > 0 ? matchCount + sortCount : 0;
      return compiled.slice(done).reduce((docs, stage) => stage(docs), input);
    },
  };
}

const joined = (filters: readonly Doc[]): Doc | undefined => (filters.length > 1 ? { $and: filters } : filters[0]);

function nameOf(stage: unknown): NamedStage {
  if (!isDoc(stage)) throw fault('TypeMismatch', "Each element of the 'pipeline' array must be an object");
  const names = Object.keys(stage);
  const [key] = names;
  if (key === undefined || names.length > 1) {
    throw locationFault(ONE_FIELD, 'A pipeline stage specification object must contain exactly one field.');
  }
  return { name: fieldName(key), spec: stage[key] };
}

function compileStage({ name, spec }: NamedStage, context: PipelineContext): Stage {
  if (isDocStage(name)) return perDocument(eachDoc(compileDocStage(name, spec, context)));
  switch (name) {
    case '$match':
      return perDocument(compileMatch(spec, context));
    case '$group':
      return compileGroup(spec, context);
    case '$sort':
      return compileSortStage(spec);
    case '$limit':
      return compileLimit(spec);
    case '$skip':
      return compileSkip(spec);
    case '$count':
      return compileCount(spec);
    case '$unwind':
      return perDocument(compileUnwind(spec));
    case '$lookup':
      return perDocument(compileLookup(spec, context, compilePipeline));
    case '$facet':
      return compileFacet(spec, context, compilePipeline);
    default:
      throw locationFault(UNKNOWN_STAGE, `Unrecognized pipeline stage name: '${name}'`);
  }
}
