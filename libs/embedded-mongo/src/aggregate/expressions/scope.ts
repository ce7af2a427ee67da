import type { Doc } from '../../values';

/** What is fixed while a command runs: its time (`$$NOW`) and the variables of its `let`. */
export type EvalContext = { readonly now: Date; readonly vars?: Doc };

/** A variable bound by `$let`, `$map`, `$filter` or `$reduce`, and those bound around it. */
export type Binding = { readonly name: string; readonly value: unknown; readonly outer: Binding | undefined };

/** What an expression is evaluated on. */
export type Frame = { readonly root: Doc; readonly bindings: Binding | undefined };

/** Names that are visible where an expression stands. */
export type Scope = { readonly context: EvalContext; readonly names: ReadonlySet<string> };

/**
 * A compiled expression; `undefined` is a missing value. A constant one has the same value for every document.
 */
export type Node = { readonly constant: boolean; readonly evaluate: (frame: Frame) => unknown };

export type Compile = (expression: unknown, scope: Scope) => Node;

/** Compiles one operator's operand; it gets `compile` for the expressions within. */
export type OperatorCompiler = (operand: unknown, scope: Scope, compile: Compile) => Node;

export type OperatorTable = Readonly<Record<string, OperatorCompiler>>;

export function constantNode(value: unknown): Node {
  return { constant: true, evaluate: () => value };
}

export function bind(frame: Frame, name: string, value: unknown): Frame {
  return { root: frame.root, bindings: { name, value, outer: frame.bindings } };
}

export function withNames(scope: Scope, names: Iterable<string>): Scope {
  return { context: scope.context, names: new Set([...scope.names, ...names]) };
}
