import { fault, notImplemented } from '../errors';
import { bsonType, type Doc, fieldName, isArrayIndex, isDoc, storedName } from '../values';
import { variableName } from './expressions/arguments';
import { compileExpression } from './expressions';
import type { CompilePipeline, PipelineContext } from './pipeline-types';
import { setThrough } from './unwind';

const OPTIONS = ['from', 'as', 'localField', 'foreignField', 'let', 'pipeline'];

type Join = { readonly localKeys: readonly string[]; readonly foreignField: string };

type LookupSpec = {
  readonly from: string;
  readonly as: readonly string[];
  readonly join: Join | undefined;
  readonly variables: readonly { readonly key: string; readonly evaluate: (doc: Doc) => unknown }[];
  readonly pipeline: readonly Doc[] | undefined;
};

const invalid = (message: string): Error => fault('FailedToParse', message);

/** Compiles `$lookup`, by fields, by a pipeline with `let`, or by both. */
export function compileLookup(
  operand: unknown,
  context: PipelineContext,
  compile: CompilePipeline,
): (input: Iterable<Doc>) => Iterable<Doc> {
  const spec = parse(operand, context);
  // A faulty pipeline is refused although no document comes.
  if (spec.pipeline !== undefined) compile(spec.pipeline, withVariables(spec, context, undefined));
  return function* (input) {
    for (const doc of input) yield setThrough(doc, spec.as, [...foreignDocs(doc, spec, context, compile)]);
  };
}

function parse(operand: unknown, context: PipelineContext): LookupSpec {
  if (!isDoc(operand))
    throw invalid(`the $lookup stage specification must be an object, but found ${bsonType(operand)}`);
  const unknownKey = Object.keys(operand).find((key) => !OPTIONS.includes(key));
  if (unknownKey !== undefined) throw invalid(`unknown argument to $lookup: ${fieldName(unknownKey)}`);
  const { pipeline } = operand;
  if (pipeline !== undefined && !Array.isArray(pipeline)) throw invalid("'pipeline' of $lookup must be an array");
  const join = joinOf(operand);
  if (pipeline === undefined && join === undefined) {
    throw invalid("$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified");
  }
  if (pipeline === undefined && operand['let'] !== undefined) throw invalid("$lookup with a 'let' needs a 'pipeline'");
  const as = stringOption(operand, 'as');
  if (as.startsWith('$')) throw fault('InvalidPipelineOperator', "'as' of $lookup may not start with '$'");
  return {
    from: stringOption(operand, 'from'),
    as: as.split('.').map(storedName),
    join,
    variables: variablesOf(operand['let'], context),
    pipeline: pipeline as readonly Doc[] | undefined,
  };
}

function stringOption(operand: Doc, name: string): string {
  const value = operand[name];
  if (typeof value !== 'string' || value === '') throw invalid(`$lookup argument '${name}' must be a string`);
  return value;
}

function joinOf(operand: Doc): Join | undefined {
  if (operand['localField'] === undefined && operand['foreignField'] === undefined) return undefined;
  const local = stringOption(operand, 'localField');
  return { localKeys: local.split('.').map(storedName), foreignField: stringOption(operand, 'foreignField') };
}

function variablesOf(bindings: unknown, context: PipelineContext): LookupSpec['variables'] {
  if (bindings === undefined) return [];
  if (!isDoc(bindings)) throw invalid(`$lookup argument 'let' must be an object, found ${bsonType(bindings)}`);
  return Object.keys(bindings).map((key) => {
    variableName(fieldName(key));
    return { key, evaluate: compileExpression(bindings[key], context) };
  });
}

function withVariables(spec: LookupSpec, context: PipelineContext, doc: Doc | undefined): PipelineContext {
  const vars: Doc = { ...context.vars };
  for (const { key, evaluate } of spec.variables) vars[key] = doc === undefined ? null : evaluate(doc);
  return { ...context, vars };
}

function foreignDocs(doc: Doc, spec: LookupSpec, context: PipelineContext, compile: CompilePipeline): Iterable<Doc> {
  const filter = spec.join === undefined ? undefined : joinFilter(doc, spec.join);
  if (spec.pipeline === undefined) return context.read(spec.from, filter);
  const pipeline = compile(spec.pipeline, withVariables(spec, context, doc));
  return pipeline.run(context.read(spec.from, combined(filter, pipeline.leadingMatch)));
}

/** What the storage may use to find the documents; a condition on variables is left to the pipeline. */
function combined(join: Doc | undefined, leading: Doc | undefined): Doc | undefined {
  const usable = leading !== undefined && !mentionsExpression(leading) ? leading : undefined;
  if (join === undefined || usable === undefined) return join ?? usable;
  return { $and: [join, usable] };
}

function mentionsExpression(filter: unknown): boolean {
  if (Array.isArray(filter)) return filter.some(mentionsExpression);
  return isDoc(filter) && Object.keys(filter).some((key) => key === '$expr' || mentionsExpression(filter[key]));
}

/** Equality with any of the values at the local path; a missing value is null. */
function joinFilter(doc: Doc, join: Join): Doc {
  const values = [...localValues(doc, join.localKeys, 0)];
  const operator = values.length === 1 ? { $eq: values[0] } : { $in: values };
  return { [storedName(join.foreignField)]: values.length === 0 ? { $eq: null } : operator };
}

/** The values that a document joins by; a name of the path that is a number is also the place of an item. */
function* localValues(doc: Doc, keys: readonly string[], at: number): Generator<unknown> {
  let value = doc[keys[at] as string];
  let next = at + 1;
  while (next < keys.length && Array.isArray(value) && isArrayIndex(fieldName(keys[next] as string))) {
    value = value[Number(fieldName(keys[next] as string))];
    next++;
  }
  if (next === keys.length) yield* joinValues(value);
  else if (isDoc(value)) yield* localValues(value, keys, next);
  else if (Array.isArray(value)) {
    for (const item of value as readonly unknown[]) if (isDoc(item)) yield* localValues(item, keys, next);
  }
}

function* joinValues(value: unknown): Generator<unknown> {
  if (!Array.isArray(value)) {
    if (value !== undefined) yield value;
    return;
  }
  // MongoDB's two query engines do not agree on what an empty array joins with.
  if (value.length === 0) throw notImplemented('$lookup by a localField that is an empty array');
  yield* value as readonly unknown[];
}
