import { locationFault } from '../../errors';
import { bsonType, type Doc, fieldName, isDoc } from '../../values';
import { namedArguments, variableName } from './arguments';
import { bind, type Frame, type Node, type OperatorCompiler, type OperatorTable, withNames } from './scope';
import { isTrue } from './truth';

const LET_CODES = { notObject: 16874, unknown: 16875, missing: 16877 };
const MAP_CODES = { notObject: 16878, unknown: 16879, missing: 16882 };
const FILTER_CODES = { notObject: 28646, unknown: 28647, missing: 28650 };
const REDUCE_CODES = { notObject: 40075, unknown: 40076, missing: 40079 };
const MAP_INPUT = 16883;
const FILTER_INPUT = 28651;
const REDUCE_INPUT = 40080;

const letIn: OperatorCompiler = (operand, scope, compile) => {
  const named = namedArguments('$let', operand, { required: ['vars', 'in'], optional: [], codes: LET_CODES });
  const vars = namedArguments('$let', named['vars'], {
    required: [],
    optional: isDoc(named['vars']) ? Object.keys(named['vars']) : [],
    codes: LET_CODES,
  });
  const bound = Object.keys(vars).map((key) => ({
    name: variableName(fieldName(key)),
    node: compile(vars[key], scope),
  }));
  const body = compile(
    named['in'],
    withNames(
      scope,
      bound.map(({ name }) => name),
    ),
  );
  return {
    constant: false,
    evaluate: (frame) => {
      // All values are taken before any of the names is bound.
      const values = bound.map(({ name, node }) => ({ name, value: node.evaluate(frame) }));
      return body.evaluate(values.reduce<Frame>((inner, { name, value }) => bind(inner, name, value), frame));
    },
  };
};

/** The input of an operator that goes over an array: `undefined` for null and missing. */
function inputItems(
  node: Node,
  frame: Frame,
  refusal: { readonly name: string; readonly code: number },
): readonly unknown[] | undefined {
  const input = node.evaluate(frame);
  if (input === null || input === undefined) return undefined;
  if (Array.isArray(input)) return input;
  throw locationFault(refusal.code, `input to ${refusal.name} must be an array not ${bsonType(input)}`);
}

const itemName = (named: Doc): string => (named['as'] === undefined ? 'this' : variableName(named['as']));

const map: OperatorCompiler = (operand, scope, compile) => {
  const named = namedArguments('$map', operand, { required: ['input', 'in'], optional: ['as'], codes: MAP_CODES });
  const name = itemName(named);
  const input = compile(named['input'], scope);
  const body = compile(named['in'], withNames(scope, [name]));
  return {
    constant: false,
    evaluate: (frame) => {
      const items = inputItems(input, frame, { name: '$map', code: MAP_INPUT });
      if (items === undefined) return null;
      return items.map((item) => {
        const value = body.evaluate(bind(frame, name, item));
        return value === undefined ? null : value;
      });
    },
  };
};

const filter: OperatorCompiler = (operand, scope, compile) => {
  const named = namedArguments('$filter', operand, {
    required: ['input', 'cond'],
    optional: ['as'],
    codes: FILTER_CODES,
  });
  const name = itemName(named);
  const input = compile(named['input'], scope);
  const condition = compile(named['cond'], withNames(scope, [name]));
  return {
    constant: false,
    evaluate: (frame) => {
      const items = inputItems(input, frame, { name: '$filter', code: FILTER_INPUT });
      if (items === undefined) return null;
      return items.filter((item) => isTrue(condition.evaluate(bind(frame, name, item))));
    },
  };
};

const reduce: OperatorCompiler = (operand, scope, compile) => {
  const spec = { required: ['input', 'initialValue', 'in'], optional: [], codes: REDUCE_CODES };
  const named = namedArguments('$reduce', operand, spec);
  const input = compile(named['input'], scope);
  const initial = compile(named['initialValue'], scope);
  const body = compile(named['in'], withNames(scope, ['this', 'value']));
  return {
    constant: false,
    evaluate: (frame) => {
      const items = inputItems(input, frame, { name: '$reduce', code: REDUCE_INPUT });
      if (items === undefined) return null;
      let value = initial.evaluate(frame);
      for (const item of items) value = body.evaluate(bind(bind(frame, 'this', item), 'value', value));
      return value;
    },
  };
};

/** Operators that bind variables for the expressions within them. */
export const VARIABLE_OPERATORS: OperatorTable = { $let: letIn, $map: map, $filter: filter, $reduce: reduce };
