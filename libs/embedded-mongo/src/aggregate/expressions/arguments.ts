import { fault, locationFault } from '../../errors';
import { bsonType, type Doc, fieldName, isDoc } from '../../values';
import type { Compile, Frame, Node, OperatorCompiler, Scope } from './scope';

const WRONG_COUNT = 16020;
const WRONG_RANGE = 28667;

/** How many arguments an operator takes. */
export type Arity = { readonly min: number; readonly max: number };

export const ANY: Arity = { min: 0, max: Infinity };
export const ONE: Arity = { min: 1, max: 1 };
export const TWO: Arity = { min: 2, max: 2 };

/** An operator whose arguments are all evaluated before it acts. */
export function operator(name: string, arity: Arity, act: (args: readonly unknown[]) => unknown): OperatorCompiler {
  return (operand, scope, compile) => {
    const nodes = argumentNodes(name, arity, { operand, scope, compile });
    return fold({
      constant: nodes.every((node) => node.constant),
      evaluate: (frame) => act(nodes.map((node) => node.evaluate(frame))),
    });
  };
}

type Operand = { readonly operand: unknown; readonly scope: Scope; readonly compile: Compile };

/** The arguments of an operator: the items of a list, or the operand itself. Throws 16020 for a wrong count. */
export function argumentNodes(name: string, arity: Arity, { operand, scope, compile }: Operand): readonly Node[] {
  const list: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
  if (list.length < arity.min || list.length > arity.max) throw wrongCount(name, arity, list.length);
  return list.map((item) => compile(item, scope));
}

function wrongCount(name: string, { min, max }: Arity, count: number): Error {
  if (min === max) {
    return locationFault(WRONG_COUNT, `Expression ${name} takes exactly ${min} arguments. ${count} were passed in.`);
  }
  const atMost = Number.isFinite(max) ? `, and at most ${max},` : '';
  return locationFault(
    WRONG_RANGE,
    `Expression ${name} takes at least ${min} arguments${atMost} but ${count} were passed in.`,
  );
}

/**
 * Evaluates a constant expression once. One that fails is left to fail when it is evaluated, since it may stand in a
 * branch that is never taken.
 */
export function fold(node: Node): Node {
  if (!node.constant) return node;
  try {
    const value = node.evaluate({ root: {}, bindings: undefined } satisfies Frame);
    return { constant: true, evaluate: () => value };
  } catch {
    return { constant: false, evaluate: node.evaluate };
  }
}

/** How an operator with named arguments refuses: the code for an operand that is no object, and for a wrong name. */
export type NamedCodes = { readonly notObject: number; readonly unknown: number; readonly missing: number };

/** The named arguments of an operator, each checked to be one it knows; the first `required` ones must be there. */
export function namedArguments(
  name: string,
  operand: unknown,
  spec: { readonly required: readonly string[]; readonly optional: readonly string[]; readonly codes: NamedCodes },
): Doc {
  if (!isDoc(operand)) {
    throw locationFault(
      spec.codes.notObject,
      `${name} only supports an object as its argument, not ${bsonType(operand)}`,
    );
  }
  for (const key of Object.keys(operand)) {
    if (!spec.required.includes(key) && !spec.optional.includes(key)) {
      throw locationFault(spec.codes.unknown, `Unrecognized parameter to ${name}: ${fieldName(key)}`);
    }
  }
  for (const key of spec.required) {
    if (operand[key] === undefined) throw locationFault(spec.codes.missing, `Missing '${key}' parameter to ${name}`);
  }
  return operand;
}

/** A variable's name as `$let` and its kin accept it: a lower-case letter first. Throws FailedToParse (9). */
export function variableName(name: unknown): string {
  if (typeof name !== 'string' || !/^[a-z\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*$/.test(name)) {
    throw fault('FailedToParse', `'${String(name)}' is not a valid name of a variable`);
  }
  return name;
}
