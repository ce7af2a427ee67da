import { compileFilter, isOperatorDoc, type CompiledFilter, type FieldCondition } from '../match';
import { fieldName, isDoc, typeRank, type Doc } from '../values';

/** A compiled filter. */
export type Filter = CompiledFilter & {
  /** Its conditions say all that it says. */
  readonly isListed: boolean;
  /** So do bounds of an index, since no condition is about mere existence. */
  readonly complete: boolean;
};

/** What expressions within a filter may refer to. */
export type FilterContext = Parameters<typeof compileFilter>[1];

const LISTED_OPS: readonly FieldCondition['op'][] = ['eq', 'in', 'gt', 'gte', 'lt', 'lte', 'exists'];
const REGEX_RANK = 50;

/** Compiles a filter for the planner and the matcher. @throws MongoServerFault as compileFilter */
export function readFilter(doc: Doc, context: FilterContext): Filter {
  const compiled = compileFilter(doc, context);
  const isListed = isAllListed(doc, compiled.conditions);
  return { ...compiled, isListed, complete: isListed && compiled.conditions.every(({ op }) => op !== 'exists') };
}

function isAllListed(doc: Doc, conditions: readonly FieldCondition[]): boolean {
  let leaves = 0;
  for (const [stored, value] of Object.entries(doc)) {
    if (fieldName(stored).startsWith('$')) return false;
    if (isDoc(value) && isOperatorDoc(value)) {
      const operators = Object.keys(value);
      if (!operators.every((operator) => isListedOp(operator.slice(1)))) return false;
      leaves += operators.length;
    } else if (typeRank(value) === REGEX_RANK) return false;
    else leaves++;
  }
  return leaves === conditions.length && conditions.every(({ op }) => isListedOp(op));
}

const isListedOp = (op: string): boolean => (LISTED_OPS as readonly string[]).includes(op);
