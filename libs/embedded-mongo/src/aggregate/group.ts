import { locationFault } from '../errors';
import { type Doc, fieldName, isDoc } from '../values';
import { type Accumulator, compileAccumulator, type GroupField } from './accumulators';
import { compileExpression, type EvalContext } from './expressions';
import { PAUSE } from './pause';
import { ValueMap } from './value-set';

const NOT_OBJECT = 15947;
const NO_ID = 15955;
const NOT_ACCUMULATOR = 40234;
const DOTTED_NAME = 40235;
const DOLLAR_NAME = 40236;
const MANY_ACCUMULATORS = 40238;

type Group = { readonly id: unknown; readonly accumulators: readonly Accumulator[] };

/** Compiles `$group`: one document for each distinct value of `_id`, in the order in which they first come. */
export function compileGroup(spec: unknown, context: EvalContext): (input: Iterable<Doc>) => Iterable<Doc> {
  if (!isDoc(spec)) throw locationFault(NOT_OBJECT, "a group's fields must be specified in an object");
  if (spec['_id'] === undefined) throw locationFault(NO_ID, 'a group specification must include an _id');
  const idOf = compileId(spec['_id'], context);
  const keys = Object.keys(spec).filter((key) => key !== '_id');
  const fields = keys.map((key) => compileField(fieldName(key), spec[key], context));
  return function* (input) {
    for (const group of yield* gather(input, idOf, fields)) yield resultOf(group, keys);
  };
}

/** In an `_id` of a single field a missing value is null; in one of several fields it is left out, as MongoDB does. */
function compileId(id: unknown, context: EvalContext): (doc: Doc) => unknown {
  const [key, other] = isDoc(id) ? Object.keys(id) : [];
  if (!isDoc(id) || key === undefined || other !== undefined || key.startsWith('$'))
    return compileExpression(id, context);
  const idOf = compileExpression(id, context);
  return (doc) => ({ [key]: null, ...(idOf(doc) as Doc) });
}

function compileField(name: string, spec: unknown, context: EvalContext): GroupField {
  if (name.includes('.')) throw locationFault(DOTTED_NAME, `The field name '${name}' cannot contain '.'`);
  if (name.startsWith('$')) throw locationFault(DOLLAR_NAME, `The field name '${name}' cannot be an operator name`);
  const operators = isDoc(spec) ? Object.keys(spec) : [];
  const [operator] = operators;
  if (!isDoc(spec) || operator === undefined || !operator.startsWith('$')) {
    throw locationFault(NOT_ACCUMULATOR, `The field '${name}' must be an accumulator object`);
  }
  if (operators.length > 1) throw locationFault(MANY_ACCUMULATORS, `The field '${name}' must specify one accumulator`);
  return compileAccumulator(operator, spec[operator], context);
}

function* gather(
  input: Iterable<Doc>,
  idOf: (doc: Doc) => unknown,
  fields: readonly GroupField[],
): Generator<Doc, readonly Group[]> {
  const groups: Group[] = [];
  const byId = new ValueMap<Group>();
  for (const doc of input) {
    if (doc === PAUSE) {
      yield PAUSE;
      continue;
    }
    // A missing value groups with null.
    const id = idOf(doc) ?? null;
    const group = byId.entry(id, () => {
      const created = { id, accumulators: fields.map((field) => field.create()) };
      groups.push(created);
      return created;
    });
    fields.forEach((field, i) => group.accumulators[i]?.add(field.evaluate(doc)));
  }
  return groups;
}

function resultOf(group: Group, keys: readonly string[]): Doc {
  const doc: Doc = { _id: group.id };
  keys.forEach((key, i) => {
    doc[key] = group.accumulators[i]?.result();
  });
  return doc;
}
