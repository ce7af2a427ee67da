import { fault, locationFault } from '../errors';
import type { EvalContext } from '../aggregate/expressions';
import { compileDocStage, isDocStage, isStageName } from '../aggregate/doc-stages';
import { type Doc, isDoc } from '../values';

const ONE_FIELD = 40323;
const UNKNOWN_STAGE = 40324;

/** The pipeline form of an update; a result without `_id` keeps the document's. */
export function compileUpdatePipeline(stages: readonly unknown[], context: EvalContext): (doc: Doc) => Doc {
  const changes = stages.map((stage) => {
    const names = isDoc(stage) ? Object.keys(stage) : [];
    const [name] = names;
    if (!isDoc(stage) || name === undefined || names.length > 1) {
      throw locationFault(ONE_FIELD, 'A pipeline stage specification object must contain exactly one field.');
    }
    if (!isDocStage(name)) throw notAllowed(name);
    return compileDocStage(name, stage[name], context);
  });
  return (doc) => {
    const result = changes.reduce((current, change) => change(current), doc);
    if (result === doc || result['_id'] !== undefined || doc['_id'] === undefined) return result;
    return { _id: doc['_id'], ...result };
  };
}

function notAllowed(name: string): Error {
  if (!isStageName(name)) return locationFault(UNKNOWN_STAGE, `Unrecognized pipeline stage name: '${name}'`);
  return fault('InvalidOptions', `${name} is not allowed to be used within an update`);
}
