import { fault } from '../errors';
import { compileExpression, type EvalContext, isTrue } from '../aggregate/expressions';
import { type Doc, docOf, fieldName, isDoc } from '../values';
import type { FieldCondition } from './condition';
import { compileFieldValue, type FieldNode, isOperatorDoc } from './field-operators';
import { anyAtPath, type ElementTest, type Hit, parsePath, type Path } from './path';

/** A filter ready for use. */
export type CompiledFilter = {
  readonly matches: (doc: Doc) => boolean;
  /** Conditions that every matching document meets, for the planner. */
  readonly conditions: readonly FieldCondition[];
  /** The index that the positional `$` stands for: that of the array item by which a document matches. */
  readonly positional: (doc: Doc) => number | undefined;
};

type Predicate = (doc: Doc, hit: Hit) => boolean;

/** What a part of a filter compiles to. */
type Part = { readonly predicate: Predicate; readonly conditions: readonly FieldCondition[] };

const TOP_LEVEL = ['$and', '$or', '$nor', '$expr', '$comment'] as const;
const NO_CONDITIONS: readonly FieldCondition[] = [];

/**
 * Compiles a filter. Throws BadValue (2) for an operator that is unknown or not supported and for operands that
 * MongoDB refuses.
 */
export function compileFilter(filter: Doc, context: EvalContext): CompiledFilter {
  const { predicate, conditions } = compileParts(filter, context);
  const scratch: Hit = { index: -1 };
  return {
    matches: (doc) => predicate(doc, scratch),
    conditions,
    positional: (doc) => {
      const hit: Hit = { index: -1 };
      return predicate(doc, hit) && hit.index >= 0 ? hit.index : undefined;
    },
  };
}

function compileParts(filter: Doc, context: EvalContext): Part {
  if (!isDoc(filter)) throw fault('BadValue', 'a filter must be an object');
  const parts: Part[] = [];
  for (const key of Object.keys(filter)) {
    const name = fieldName(key);
    const part = name.startsWith('$') ? topLevel(name, filter[key], context) : field(name, filter[key], context);
    if (part !== undefined) parts.push(part);
  }
  return every(parts);
}

function every(parts: readonly Part[]): Part {
  const conditions = parts.flatMap((part) => part.conditions);
  const predicates = parts.map((part) => part.predicate);
  const [first, second] = predicates;
  if (first === undefined) return { predicate: () => true, conditions };
  if (second === undefined) return { predicate: first, conditions };
  return {
    conditions,
    predicate: (doc, hit) => {
      for (const predicate of predicates) if (!predicate(doc, hit)) return false;
      return true;
    },
  };
}

function topLevel(operator: string, operand: unknown, context: EvalContext): Part | undefined {
  switch (operator) {
    case '$and':
      return every(branches(operator, operand, context));
    case '$or': {
      const parts = branches(operator, operand, context);
      if (parts.length === 1) return parts[0];
      return { predicate: (doc, hit) => parts.some((part) => part.predicate(doc, hit)), conditions: NO_CONDITIONS };
    }
    case '$nor': {
      const parts = branches(operator, operand, context);
      return {
        predicate: (doc) => !parts.some((part) => part.predicate(doc, { index: -1 })),
        conditions: NO_CONDITIONS,
      };
    }
    case '$expr': {
      const evaluate = compileExpression(operand, context);
      return { predicate: (doc) => isTrue(evaluate(doc)), conditions: NO_CONDITIONS };
    }
    case '$comment':
      return undefined;
    default:
      throw fault('BadValue', `unknown top level operator: ${operator}`);
  }
}

function branches(operator: string, operand: unknown, context: EvalContext): Part[] {
  if (!Array.isArray(operand)) throw fault('BadValue', `${operator} must be an array`);
  if (operand.length === 0) throw fault('BadValue', '$and/$or/$nor must be a nonempty array');
  return operand.map((branch: unknown) => {
    if (!isDoc(branch)) throw fault('BadValue', '$or/$and/$nor entries need to be full objects');
    return compileParts(branch, context);
  });
}

function field(name: string, operand: unknown, context: EvalContext): Part {
  const path = parsePath(name);
  const node = compileFieldValue(operand, (spec) => elemMatchTest(spec, context));
  return { predicate: nodePredicate(path, node), conditions: conditionsOf(name, node) };
}

function nodePredicate(path: Path, node: FieldNode): Predicate {
  if (node.kind === 'test') return (doc, hit) => anyAtPath(doc, path, node.test, hit);
  if (node.kind === 'not') {
    const inner = nodePredicate(path, node.node);
    return (doc) => !inner(doc, { index: -1 });
  }
  const inner = node.nodes.map((child) => nodePredicate(path, child));
  return (doc, hit) => inner.every((predicate) => predicate(doc, hit));
}

function conditionsOf(path: string, node: FieldNode): readonly FieldCondition[] {
  if (node.kind === 'all') return node.nodes.flatMap((child) => conditionsOf(path, child));
  if (node.kind === 'not' || node.hint === undefined) return NO_CONDITIONS;
  return [{ path, ...node.hint }];
}

/** `$elemMatch` with operators looks at the items themselves, with fields at the items that are documents. */
function elemMatchTest(spec: Doc, context: EvalContext): ElementTest {
  const first = Object.keys(spec)[0] as (typeof TOP_LEVEL)[number] | undefined;
  const ofValues = isOperatorDoc(spec, true) && first !== undefined && !TOP_LEVEL.includes(first);
  const accepts = ofValues ? valueTest(spec, context) : documentTest(spec, context);
  return { leaf: 'whole', accepts };
}

function valueTest(spec: Doc, context: EvalContext): ElementTest['accepts'] {
  const node = compileFieldValue(spec, (inner) => elemMatchTest(inner, context));
  return anyItem((item) => nodeAccepts(node, item));
}

/** An item is tested as it stands: an array within the array is not entered. */
function nodeAccepts(node: FieldNode, value: unknown): boolean {
  if (node.kind === 'test') return node.test.accepts(value, { index: -1 });
  if (node.kind === 'not') return !nodeAccepts(node.node, value);
  return node.nodes.every((child) => nodeAccepts(child, value));
}

function documentTest(spec: Doc, context: EvalContext): ElementTest['accepts'] {
  const { predicate } = compileParts(spec, context);
  const inner: Hit = { index: -1 };
  return anyItem((item) => {
    if (Array.isArray(item)) return predicate(docOf(item.map((value, i) => [String(i), value])), inner);
    return isDoc(item) && predicate(item, inner);
  });
}

function anyItem(accepts: (item: unknown) => boolean): ElementTest['accepts'] {
  return (value, hit) => {
    const index = Array.isArray(value) ? value.findIndex(accepts) : -1;
    if (index >= 0) hit.index = index;
    return index >= 0;
  };
}
