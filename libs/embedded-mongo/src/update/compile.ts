import { fault } from '../errors';
import type { EvalContext } from '../aggregate/expressions';
import { bsonType, type Doc, fieldName, identicalValues, isDoc } from '../values';
import { checkStorable } from './storable';
import { FIELD_OPERATORS } from './operators';
import { checkConflicts, comparePaths, parseUpdatePath, resolvePath, type UpdatePath } from './paths';
import { compileUpdatePipeline } from './pipeline';
import { applyRename, compileRename } from './rename';
import { Writer } from './write';

/** What an update needs to know: the time and variables of its command, and its array filters, which are refused. */
export type UpdateContext = EvalContext & { readonly arrayFilters?: readonly Doc[] };

export type ApplyOptions = {
  /** The index of the array item by which the filter matched, for `$`. */
  readonly matchedIndex?: number;
  /** Whether the document is a new one, made by an upsert: then `$setOnInsert` counts. */
  readonly isInsert?: boolean;
};

/** An update ready for use. */
export type CompiledUpdate = {
  readonly isReplacement: boolean;
  /** The document after the update, the same reference when nothing changes; the given one stays as it is. */
  readonly apply: (doc: Doc, options?: ApplyOptions) => Doc;
};

type Step = {
  readonly path: UpdatePath;
  readonly onlyInsert: boolean;
  readonly run: (doc: Doc, path: UpdatePath) => Doc;
};

/**
 * Compiles an update: a document of operators, a replacement, or a pipeline. Throws FailedToParse (9) for unknown
 * operators, ConflictingUpdateOperators (40), and what the operators throw for their operands; applying it throws
 * ImmutableField (66) when `_id` would change, PathNotViable (28), TypeMismatch (14) and others.
 */
export function compileUpdate(update: Doc | readonly Doc[], context: UpdateContext): CompiledUpdate {
  if (context.arrayFilters !== undefined && context.arrayFilters.length > 0) {
    throw fault('FailedToParse', 'arrayFilters are not supported by the embedded database');
  }
  if (Array.isArray(update)) return keepingId(compileUpdatePipeline(update, context), false);
  if (!isDoc(update)) throw fault('FailedToParse', 'Update argument must be either an object or an array');
  const first = Object.keys(update)[0];
  if (first === undefined || !first.startsWith('$')) return compileReplacement(update);
  return keepingId(compileOperators(update, context), false);
}

type Apply = (doc: Doc, options: ApplyOptions) => Doc;

/** Refuses a change of `_id`, and finds out whether anything changed. */
function keepingId(apply: Apply, isReplacement: boolean): CompiledUpdate {
  return {
    isReplacement,
    apply: (doc, options = {}) => {
      const result = apply(doc, options);
      if (result === doc) return doc;
      const id = doc['_id'];
      if (id !== undefined && !identicalValues(id, result['_id'])) {
        throw fault('ImmutableField', "Performing an update on the path '_id' would modify the immutable field '_id'");
      }
      return identicalValues(doc, result) ? doc : result;
    },
  };
}

function compileReplacement(replacement: Doc): CompiledUpdate {
  const dollar = Object.keys(replacement).find((key) => key.startsWith('$'));
  if (dollar !== undefined) {
    throw fault(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${dollar}' in '${dollar}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
    );
  }
  checkStorable(replacement, '');
  return keepingId((doc) => {
    if (replacement['_id'] !== undefined || doc['_id'] === undefined) return replacement;
    return { _id: doc['_id'], ...replacement };
  }, true);
}

function compileOperators(update: Doc, context: EvalContext): Apply {
  const steps: Step[] = [];
  const paths: UpdatePath[] = [];
  for (const operator of Object.keys(update)) {
    const fields = operatorFields(operator, update[operator]);
    for (const key of Object.keys(fields)) {
      const compiled = compileStep(operator, fieldName(key), { operand: fields[key], context });
      steps.push(compiled.step);
      paths.push(...compiled.paths);
    }
  }
  checkConflicts(paths);
  steps.sort((a, b) => comparePaths(a.path, b.path));
  const isPositional = paths.some((path) => path.some((segment) => segment.positional));
  return (doc, options) => {
    // Only here it shows whether `$` stands for an item that another path names, too.
    if (isPositional) checkConflicts(paths.map((path) => resolvePath(path, options.matchedIndex)));
    return applySteps(steps, doc, options);
  };
}

function operatorFields(operator: string, fields: unknown): Doc {
  if (operator !== '$rename' && !Object.hasOwn(FIELD_OPERATORS, operator)) {
    throw fault(
      'FailedToParse',
      `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
    );
  }
  if (!isDoc(fields)) {
    throw fault('FailedToParse', `Modifiers operate on fields but we found type ${bsonType(fields)} instead`);
  }
  return fields;
}

type StepInput = { readonly operand: unknown; readonly context: EvalContext };

/** A step, and the paths it writes to: two for `$rename`. */
function compileStep(operator: string, path: string, input: StepInput): { step: Step; paths: readonly UpdatePath[] } {
  if (operator === '$rename') {
    const rename = compileRename(path, input.operand);
    const step = { path: rename.to, onlyInsert: false, run: (doc: Doc) => applyRename(doc, rename) };
    return { step, paths: [rename.from, rename.to] };
  }
  const parsed = parseUpdatePath(path);
  const compiler = FIELD_OPERATORS[operator] as (typeof FIELD_OPERATORS)[string];
  const { change, absent } = compiler(input.operand, path, input.context);
  const step = {
    path: parsed,
    onlyInsert: operator === '$setOnInsert',
    run: (doc: Doc, resolved: UpdatePath) => new Writer(resolved, change, absent).apply(doc),
  };
  return { step, paths: [parsed] };
}

function applySteps(steps: readonly Step[], doc: Doc, options: ApplyOptions): Doc {
  let result = doc;
  for (const step of steps) {
    if (step.onlyInsert && options.isInsert !== true) continue;
    result = step.run(result, resolvePath(step.path, options.matchedIndex));
  }
  return result;
}
