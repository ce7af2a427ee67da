import { fault, locationFault } from '../../errors';
import { type Doc, fieldName, isDoc } from '../../values';
import { fold } from './arguments';
import { ARITHMETIC_OPERATORS } from './arithmetic';
import { ARRAY_OPERATORS } from './arrays';
import { COMPARISON_OPERATORS } from './comparison';
import { CONVERSION_OPERATORS } from './conversion';
import { DATE_OPERATORS } from './dates';
import { LOGIC_OPERATORS } from './logic';
import { compilePath } from './paths';
import {
  constantNode,
  type EvalContext,
  type Node,
  type OperatorCompiler,
  type OperatorTable,
  type Scope,
} from './scope';
import { SET_OPERATORS } from './sets';
import { STRING_OPERATORS } from './strings';
import { VARIABLE_OPERATORS } from './variables';

const OPERATORS: OperatorTable = {
  ...ARITHMETIC_OPERATORS,
  ...ARRAY_OPERATORS,
  ...COMPARISON_OPERATORS,
  ...CONVERSION_OPERATORS,
  ...DATE_OPERATORS,
  ...LOGIC_OPERATORS,
  ...SET_OPERATORS,
  ...STRING_OPERATORS,
  ...VARIABLE_OPERATORS,
};

const ONE_OPERATOR = 15983;
const DOLLAR_IN_OBJECT = 16410;
const DOT_IN_OBJECT = 16412;

/**
 * Compiles an aggregation expression; the result's value for a document is `undefined` where it is missing.
 * Throws InvalidPipelineOperator (168) for an operator that is unknown or not supported.
 */
export function compileExpression(expression: unknown, context: EvalContext): (doc: Doc) => unknown {
  const node = compileNode(expression, { context, names: new Set() });
  return (doc) => node.evaluate({ root: doc, bindings: undefined });
}

export function compileNode(expression: unknown, scope: Scope): Node {
  if (typeof expression === 'string') {
    return expression.startsWith('$') ? compilePath(expression, scope) : constantNode(expression);
  }
  if (Array.isArray(expression)) return compileList(expression, scope);
  if (!isDoc(expression)) return constantNode(expression);
  const keys = Object.keys(expression);
  if (keys.length === 0 || !(keys[0] as string).startsWith('$')) return compileObject(expression, scope);
  if (keys.length > 1) {
    throw locationFault(ONE_OPERATOR, 'an object representing an expression must have exactly one field');
  }
  const name = keys[0] as string;
  return operatorCompiler(name)(expression[name], scope, compileNode);
}

function operatorCompiler(name: string): OperatorCompiler {
  const compiler = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
  if (compiler === undefined) throw fault('InvalidPipelineOperator', `Unrecognized expression '${name}'`);
  return compiler;
}

/** In a list a missing value becomes null, since an array has no gaps. */
function compileList(items: readonly unknown[], scope: Scope): Node {
  const nodes = items.map((item) => compileNode(item, scope));
  return fold({
    constant: nodes.every((node) => node.constant),
    evaluate: (frame) =>
      nodes.map((node) => {
        const value = node.evaluate(frame);
        return value === undefined ? null : value;
      }),
  });
}

/** In an object a missing value is left out. */
function compileObject(object: Doc, scope: Scope): Node {
  const fields = Object.keys(object).map((key) => {
    const name = fieldName(key);
    if (name.startsWith('$')) throw locationFault(DOLLAR_IN_OBJECT, `field names may not start with '$': ${name}`);
    if (name.includes('.')) throw locationFault(DOT_IN_OBJECT, `field names may not contain '.': ${name}`);
    return { key, node: compileNode(object[key], scope) };
  });
  return fold({
    constant: fields.every(({ node }) => node.constant),
    evaluate: (frame) => {
      const result: Doc = {};
      for (const { key, node } of fields) {
        const value = node.evaluate(frame);
        if (value !== undefined) result[key] = value;
      }
      return result;
    },
  });
}
