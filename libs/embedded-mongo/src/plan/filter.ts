import { compileFilter, isOperatorDoc, type CompiledFilter, type FieldCondition } from '../match';
import { fieldName, isDoc, typeRank, type Doc } from '../values';

/** A compiled filter. `complete`: its conditions say all that it says, so bounds of an index can stand for it. */
export type Filter = CompiledFilter & { readonly complete: boolean };

/** What expressions within a filter may refer to. */
export type FilterContext = Parameters<typeof compileFilter>[1];

const BOUND_OPERATORS = ['$eq', '$in', '$gt', '$gte', '$lt', '$lte'];
const BOUND_OPS: readonly FieldCondition['op'][] = ['eq', 'in', 'gt', 'gte', 'lt', 'lte'];
const REGEX_RANK = 50;

/** Compiles a filter for the planner and the matcher. @throws MongoServerFault as compileFilter */
export function readFilter(doc: Doc, context: FilterContext): Filter {
  const compiled = compileFilter(doc, context);
  return { ...compiled, complete: isComplete(doc, compiled.conditions) };
}

function isComplete(doc: Doc, conditions: readonly FieldCondition[]): boolean {
  let leaves = 0;
  for (const [stored, value] of Object.entries(doc)) {
    if (fieldName(stored).startsWith('$')) return false;
    if (isDoc(value) && isOperatorDoc(value)) {
      const operators = Object.keys(value);
      if (!operators.every((operator) => BOUND_OPERATORS.includes(operator))) return false;
      leaves += operators.length;
    } else if (typeRank(value) === REGEX_RANK) return false;
    else leaves++;
  }
  return leaves === conditions.length && conditions.every(({ op }) => BOUND_OPS.includes(op));
}
