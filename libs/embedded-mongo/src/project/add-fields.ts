import { locationFault } from '../errors';
import { compileExpression, type EvalContext } from '../aggregate/expressions';
import { bsonType, type Doc, isDoc } from '../values';
import { applyProjection } from './apply';
import { addLeaf, flatten, newBranch } from './tree';

const NOT_OBJECT = 40272;
const EMPTY_SPEC = 40177;
const EMPTY_OBJECT = 40180;

/** Compiles `$set` and `$addFields`: every value is an expression, fields that exist keep their place. */
export function compileAddFields(spec: unknown, context: EvalContext): (doc: Doc) => Doc {
  if (!isDoc(spec))
    throw locationFault(NOT_OBJECT, `$addFields specification must be an object, got ${bsonType(spec)}`);
  if (Object.keys(spec).length === 0) throw locationFault(EMPTY_SPEC, '$addFields must have at least one field');
  const root = newBranch();
  for (const [path, value] of flatten(spec, isNestedSpec)) {
    addLeaf(root, path, { kind: 'compute', evaluate: compileExpression(value, context) });
  }
  return (doc) => applyProjection(root, 'kept', { root: doc, matchedIndex: undefined });
}

function isNestedSpec(value: unknown, path: string): value is Doc {
  if (!isDoc(value)) return false;
  const [first] = Object.keys(value);
  if (first === undefined) {
    throw locationFault(EMPTY_OBJECT, `an empty object is not a valid value. Found empty object at path ${path}`);
  }
  return !first.startsWith('$');
}
