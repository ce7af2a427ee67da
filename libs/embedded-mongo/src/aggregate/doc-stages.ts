import { locationFault } from '../errors';
import { compileAddFields } from '../project/add-fields';
import { compileProjectStage } from '../project/projection';
import { bsonType, type Doc, docOf, isDoc } from '../values';
import { compileExpression, type EvalContext } from './expressions';

const PROJECT_NOT_OBJECT = 15969;
const UNSET_TYPE = 31002;
const UNSET_EMPTY = 31119;
const UNSET_ITEM = 31120;
const NEW_ROOT_NOT_DOC = 40228;
const REPLACE_NOT_OBJECT = 40229;
const REPLACE_UNKNOWN = 40230;
const REPLACE_MISSING = 40231;

/** All stages of MongoDB, to tell one that is not supported here from one that does not exist. */
const STAGE_NAMES: ReadonlySet<string> = new Set(
  (
    '$addFields $bucket $bucketAuto $changeStream $changeStreamSplitLargeEvent $collStats $count $currentOp $densify ' +
    '$documents $facet $fill $geoNear $graphLookup $group $indexStats $limit $listLocalSessions $listSampledQueries ' +
    '$listSearchIndexes $listSessions $lookup $match $merge $out $planCacheStats $project $redact $replaceRoot ' +
    '$replaceWith $sample $search $searchMeta $set $setWindowFields $shardedDataDistribution $skip $sort ' +
    '$sortByCount $unionWith $unset $unwind $vectorSearch'
  ).split(' '),
);

export const isStageName = (name: string): boolean => STAGE_NAMES.has(name);

/** The stages that make one document of one, by name; an update pipeline consists of them. */
export const DOC_STAGES = ['$set', '$addFields', '$unset', '$project', '$replaceRoot', '$replaceWith'] as const;

export type DocStage = (typeof DOC_STAGES)[number];

export function isDocStage(name: string): name is DocStage {
  return (DOC_STAGES as readonly string[]).includes(name);
}

export function compileDocStage(name: DocStage, spec: unknown, context: EvalContext): (doc: Doc) => Doc {
  switch (name) {
    case '$set':
    case '$addFields':
      return compileAddFields(spec, context);
    case '$unset':
      return compileProjectStage(unsetSpec(spec), context);
    case '$project':
      if (!isDoc(spec)) throw locationFault(PROJECT_NOT_OBJECT, '$project specification must be an object');
      return compileProjectStage(spec, context);
    case '$replaceRoot':
      return compileReplace(newRootOf(spec), context);
    case '$replaceWith':
      return compileReplace(spec, context);
  }
}

function unsetSpec(spec: unknown): Doc {
  if (typeof spec !== 'string' && !Array.isArray(spec)) {
    throw locationFault(UNSET_TYPE, '$unset specification must be a string or an array');
  }
  const paths: readonly unknown[] = Array.isArray(spec) ? spec : [spec];
  if (paths.length === 0) throw locationFault(UNSET_EMPTY, '$unset specification must contain at least one field');
  return docOf(paths.map((path) => [unsetPath(path), false]));
}

function unsetPath(path: unknown): string {
  if (typeof path === 'string') return path;
  throw locationFault(UNSET_ITEM, '$unset specification must be a string or an array containing only string values');
}

function newRootOf(spec: unknown): unknown {
  if (!isDoc(spec)) throw locationFault(REPLACE_NOT_OBJECT, '$replaceRoot expects an object as its specification');
  const unknownKey = Object.keys(spec).find((key) => key !== 'newRoot');
  if (unknownKey !== undefined)
    throw locationFault(REPLACE_UNKNOWN, `unrecognized option to $replaceRoot stage: ${unknownKey}`);
  if (spec['newRoot'] === undefined)
    throw locationFault(REPLACE_MISSING, 'no newRoot specified for the $replaceRoot stage');
  return spec['newRoot'];
}

function compileReplace(expression: unknown, context: EvalContext): (doc: Doc) => Doc {
  const evaluate = compileExpression(expression, context);
  return (doc) => {
    const root = evaluate(doc);
    if (isDoc(root)) return root;
    throw locationFault(
      NEW_ROOT_NOT_DOC,
      `'newRoot' expression must evaluate to an object, but resulting value was of type ${bsonType(root)}`,
    );
  };
}
