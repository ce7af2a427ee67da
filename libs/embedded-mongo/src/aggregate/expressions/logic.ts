import { locationFault } from '../../errors';
import { bsonType, type Doc, fieldName, isDoc } from '../../values';
import { ANY, argumentNodes, fold, namedArguments, ONE, operator } from './arguments';
import type { Compile, Frame, Node, OperatorCompiler, OperatorTable, Scope } from './scope';
import { isTrue } from './truth';

const COND_CODES = { notObject: 16020, unknown: 17083, missing: 17080 };
const SWITCH_NOT_OBJECT = 40060;
const SWITCH_NOT_ARRAY = 40061;
const SWITCH_BAD_BRANCH = 40062;
const SWITCH_UNKNOWN_BRANCH_FIELD = 40063;
const SWITCH_NO_CASE = 40064;
const SWITCH_NO_THEN = 40065;
const SWITCH_NO_MATCH = 40066;
const SWITCH_UNKNOWN = 40067;
const SWITCH_EMPTY = 40068;
const IF_NULL_TOO_FEW = 1257300;

/** Arguments after the deciding one are not evaluated. */
const connective = (name: string, deciding: boolean): OperatorCompiler => {
  return (operand, scope, compile) => {
    const nodes = argumentNodes(name, ANY, { operand, scope, compile });
    return fold({
      constant: nodes.every((node) => node.constant),
      evaluate: (frame) => (nodes.some((node) => isTrue(node.evaluate(frame)) === deciding) ? deciding : !deciding),
    });
  };
};

const cond: OperatorCompiler = (operand, scope, compile) => {
  const [condition, then, otherwise] = condNodes(operand, scope, compile) as [Node, Node, Node];
  return fold({
    constant: condition.constant && then.constant && otherwise.constant,
    evaluate: (frame) => (isTrue(condition.evaluate(frame)) ? then : otherwise).evaluate(frame),
  });
};

function condNodes(operand: unknown, scope: Scope, compile: Compile): readonly Node[] {
  if (!isDoc(operand)) return argumentNodes('$cond', { min: 3, max: 3 }, { operand, scope, compile });
  const named = namedArguments('$cond', operand, { required: ['if', 'then', 'else'], optional: [], codes: COND_CODES });
  return [named['if'], named['then'], named['else']].map((expression) => compile(expression, scope));
}

const ifNull: OperatorCompiler = (operand, scope, compile) => {
  const nodes = argumentNodes('$ifNull', ANY, { operand, scope, compile });
  if (nodes.length < 2) throw locationFault(IF_NULL_TOO_FEW, '$ifNull needs at least two arguments');
  return fold({
    constant: nodes.every((node) => node.constant),
    evaluate: (frame) => {
      let value: unknown;
      for (const node of nodes) {
        value = node.evaluate(frame);
        if (value !== null && value !== undefined) return value;
      }
      return value;
    },
  });
};

type Branch = { readonly condition: Node; readonly then: Node };

const switchCase: OperatorCompiler = (operand, scope, compile) => {
  if (!isDoc(operand)) throw locationFault(SWITCH_NOT_OBJECT, `$switch requires an object, found ${bsonType(operand)}`);
  for (const key of Object.keys(operand)) {
    if (key !== 'branches' && key !== 'default') {
      throw locationFault(SWITCH_UNKNOWN, `$switch found an unknown argument: ${fieldName(key)}`);
    }
  }
  const branches = switchBranches(operand['branches'], (expression) => compile(expression, scope));
  const otherwise = operand['default'] === undefined ? undefined : compile(operand['default'], scope);
  return { constant: false, evaluate: (frame) => chosen(branches, otherwise, frame).evaluate(frame) };
};

function chosen(branches: readonly Branch[], otherwise: Node | undefined, frame: Frame): Node {
  const branch = branches.find(({ condition }) => isTrue(condition.evaluate(frame)));
  const node = branch?.then ?? otherwise;
  if (node === undefined) {
    throw locationFault(SWITCH_NO_MATCH, '$switch could not find a matching branch, and no default was specified.');
  }
  return node;
}

function switchBranches(list: unknown, compile: (expression: unknown) => Node): readonly Branch[] {
  if (list === undefined) throw locationFault(SWITCH_EMPTY, '$switch requires at least one branch.');
  if (!Array.isArray(list)) throw locationFault(SWITCH_NOT_ARRAY, "$switch expected an array for 'branches'");
  if (list.length === 0) throw locationFault(SWITCH_EMPTY, '$switch requires at least one branch.');
  return list.map((branch: unknown) => {
    if (!isDoc(branch)) throw locationFault(SWITCH_BAD_BRANCH, '$switch expected each branch to be an object');
    checkBranch(branch);
    return { condition: compile(branch['case']), then: compile(branch['then']) };
  });
}

function checkBranch(branch: Doc): void {
  for (const key of Object.keys(branch)) {
    if (key !== 'case' && key !== 'then') {
      throw locationFault(
        SWITCH_UNKNOWN_BRANCH_FIELD,
        `$switch found an unknown argument to a branch: ${fieldName(key)}`,
      );
    }
  }
  if (branch['case'] === undefined) throw locationFault(SWITCH_NO_CASE, "$switch requires each branch have a 'case'");
  if (branch['then'] === undefined) throw locationFault(SWITCH_NO_THEN, "$switch requires each branch have a 'then'");
}

export const LOGIC_OPERATORS: OperatorTable = {
  $and: connective('$and', false),
  $or: connective('$or', true),
  $not: operator('$not', ONE, ([value]) => !isTrue(value)),
  $cond: cond,
  $ifNull: ifNull,
  $switch: switchCase,
};
