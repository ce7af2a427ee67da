import { Double, Int32 } from 'bson';
import { locationFault } from '../errors';
import { compareValues, isDoc, isNumber, toNumber } from '../values';
import { compileExpression, type EvalContext } from './expressions';
import { Total } from './total';
import { ValueSet } from './value-set';
import type { Doc } from '../values';

/** Gathers one field of a group. */
export type Accumulator = { readonly add: (value: unknown) => void; readonly result: () => unknown };

const UNKNOWN_ACCUMULATOR = 15952;
const COUNT_OPERAND = 9;

const isNullish = (value: unknown): boolean => value === null || value === undefined;

function sum(): Accumulator {
  const total = new Total();
  return {
    add: (value) => {
      if (isNumber(value)) total.add(value);
    },
    result: () => total.value(),
  };
}

function average(): Accumulator {
  const total = new Total();
  let count = 0;
  return {
    add: (value) => {
      if (!isNumber(value)) return;
      total.add(value);
      count++;
    },
    result: () => (count === 0 ? null : new Double(total.double() / count)),
  };
}

const extreme = (replaces: (order: number) => boolean) => (): Accumulator => {
  let best: unknown = null;
  return {
    add: (value) => {
      if (isNullish(value)) return;
      if (best === null || replaces(compareValues(value, best))) best = value;
    },
    result: () => best,
  };
};

function firstOne(): Accumulator {
  let first: { readonly value: unknown } | undefined;
  return {
    add: (value) => {
      first ??= { value };
    },
    result: () => first?.value ?? null,
  };
}

function lastOne(): Accumulator {
  let last: unknown;
  return {
    add: (value) => {
      last = value;
    },
    result: () => last ?? null,
  };
}

function list(): Accumulator {
  const items: unknown[] = [];
  return {
    add: (value) => {
      if (value !== undefined) items.push(value);
    },
    result: () => items,
  };
}

function distinct(): Accumulator {
  const set = new ValueSet();
  return {
    add: (value) => {
      if (value !== undefined) set.add(value);
    },
    result: () => set.values(),
  };
}

const ONE = new Int32(1);

const ACCUMULATORS: Readonly<Record<string, () => Accumulator>> = {
  $sum: sum,
  $avg: average,
  $min: extreme((order) => order < 0),
  $max: extreme((order) => order > 0),
  $first: firstOne,
  $last: lastOne,
  $push: list,
  $addToSet: distinct,
  $count: sum,
};

/** A field of `$group`: what is taken of each document, and a fresh accumulator for each group. */
export type GroupField = { readonly evaluate: (doc: Doc) => unknown; readonly create: () => Accumulator };

/** Throws 15952 for an accumulator that is unknown or not supported. */
export function compileAccumulator(name: string, operand: unknown, context: EvalContext): GroupField {
  const create = Object.hasOwn(ACCUMULATORS, name) ? ACCUMULATORS[name] : undefined;
  if (create === undefined) throw locationFault(UNKNOWN_ACCUMULATOR, `unknown group operator '${name}'`);
  if (name === '$count') return { evaluate: countOperand(operand), create };
  if (Array.isArray(operand)) {
    throw locationFault(40237, `The ${name} accumulator is a unary operator`);
  }
  return { evaluate: compileExpression(operand, context), create };
}

function countOperand(operand: unknown): () => unknown {
  if (!isDoc(operand) || Object.keys(operand).length > 0) {
    throw locationFault(COUNT_OPERAND, '$count takes no arguments, i.e. $count:{}');
  }
  return () => ONE;
}

/** Whether a count is the whole number that a stage wants; `undefined` when it is no such number. */
export function wholeCount(value: unknown): number | undefined {
  const count = isNumber(value) ? toNumber(value) : undefined;
  return count !== undefined && Number.isSafeInteger(count) ? count : undefined;
}
