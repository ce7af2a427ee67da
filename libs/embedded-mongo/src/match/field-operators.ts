import {
  BSON_TYPES,
  type BsonType,
  bsonType,
  type Doc,
  fieldName,
  isDoc,
  isNumber,
  isRegex,
  toNumber,
  toWhole,
} from '../values';
import { fault } from '../errors';
import {
  equalTest,
  existsTest,
  inTest,
  patternTest,
  rangeTest,
  sizeTest,
  typeTest,
  type RangeOp,
} from './compare-tests';
import type { ConditionOp } from './condition';
import type { ElementTest } from './path';
import { compilePattern } from './regex';

/** A condition on the values at one path: a test, or tests joined by and / not. */
export type FieldNode =
  | {
      readonly kind: 'test';
      readonly test: ElementTest;
      readonly hint?: { readonly op: ConditionOp; readonly value: unknown };
    }
  | { readonly kind: 'all'; readonly nodes: readonly FieldNode[] }
  | { readonly kind: 'not'; readonly node: FieldNode };

/** Compiles `$elemMatch`, which needs the whole filter language. */
export type ElemMatchCompiler = (operand: Doc) => ElementTest;

const DEPRECATED_TYPES: Readonly<Record<string, number>> = {
  undefined: 6,
  dbPointer: 12,
  symbol: 14,
  javascriptWithScope: 15,
};
const NUMBER_TYPES = ['double', 'int', 'long', 'decimal'] as const;

const bad = (message: string): Error => fault('BadValue', message);

/** Whether a value is a document of operators such as `{$gt: 1}`, not a document to be equal to (as a reference is). */
export function isOperatorDoc(value: unknown, anyReference = false): value is Doc {
  if (!isDoc(value)) return false;
  const names = Object.keys(value);
  if (names.length === 0 || !(names[0] as string).startsWith('$')) return false;
  if (anyReference) return !('$ref' in value || '$id' in value || '$db' in value);
  return !('$ref' in value && '$id' in value);
}

/** The condition that `{path: value}` puts on the path's values. */
export function compileFieldValue(value: unknown, elemMatch: ElemMatchCompiler): FieldNode {
  if (isRegex(value)) return patternNode(value.pattern, value.options, value);
  if (!isOperatorDoc(value)) return hinted(equalTest(value), 'eq', value);
  const nodes: FieldNode[] = [];
  for (const key of Object.keys(value)) {
    const node = compileOperator(fieldName(key), value, elemMatch);
    if (node !== undefined) nodes.push(node);
  }
  return nodes.length === 1 ? (nodes[0] as FieldNode) : { kind: 'all', nodes };
}

function compileOperator(op: string, operators: Doc, elemMatch: ElemMatchCompiler): FieldNode | undefined {
  const operand = operators[op];
  switch (op) {
    case '$eq':
      return hinted(equalTest(operand), 'eq', operand);
    case '$ne':
      if (isRegex(operand)) throw bad("Can't have regex as arg to $ne.");
      return { kind: 'not', node: testNode(equalTest(operand)) };
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return rangeNode(op, operand);
    case '$in':
      return membershipNode(op, operand);
    case '$nin':
      return { kind: 'not', node: membershipNode(op, operand) };
    case '$regex':
      return regexNode(operand, operators['$options']);
    case '$options':
      if (operators['$regex'] === undefined) throw bad('$options needs a $regex');
      return undefined;
    default:
      return compileStructural(op, operand, elemMatch);
  }
}

function compileStructural(op: string, operand: unknown, elemMatch: ElemMatchCompiler): FieldNode {
  switch (op) {
    case '$exists':
      return existsNode(operand);
    case '$type':
      return testNode(typeTest(acceptedTypes(operand), bsonType));
    case '$size':
      return testNode(sizeTest(arraySize(operand)));
    case '$all':
      return allNode(operand, elemMatch);
    case '$elemMatch':
      if (!isDoc(operand)) throw bad('$elemMatch needs an Object');
      return testNode(elemMatch(operand));
    case '$not':
      return notNode(operand, elemMatch);
    default:
      throw bad(`unknown operator: ${op}`);
  }
}

const testNode = (test: ElementTest): FieldNode => ({ kind: 'test', test });
const hinted = (test: ElementTest, op: ConditionOp, value: unknown): FieldNode => ({
  kind: 'test',
  test,
  hint: { op, value },
});

const RANGE_CONDITIONS: Readonly<Record<RangeOp, ConditionOp>> = { $gt: 'gt', $gte: 'gte', $lt: 'lt', $lte: 'lte' };

function rangeNode(op: RangeOp, operand: unknown): FieldNode {
  if (isRegex(operand)) throw bad(`Can't have RegEx as arg to predicate ${op}.`);
  return hinted(rangeTest(op, operand), RANGE_CONDITIONS[op], operand);
}

function membershipNode(op: string, operand: unknown): FieldNode {
  if (!Array.isArray(operand)) throw bad(`${op} needs an array`);
  const values: unknown[] = [];
  const patterns: ElementTest[] = [];
  for (const item of operand as readonly unknown[]) {
    if (isOperatorDoc(item)) throw bad(`cannot nest $ under ${op}`);
    if (isRegex(item)) patterns.push(patternTest(compilePattern(item.pattern, item.options).regex, item));
    else values.push(item);
  }
  const test = inTest(values, patterns);
  return patterns.length === 0 ? hinted(test, 'in', values) : testNode(test);
}

function regexNode(pattern: unknown, options: unknown): FieldNode {
  if (options !== undefined && typeof options !== 'string') throw bad('$options has to be a string');
  if (typeof pattern === 'string') return patternNode(pattern, options ?? '', undefined);
  if (!isRegex(pattern)) throw bad('$regex has to be a string');
  if (options !== undefined && pattern.options !== '') {
    throw fault('BadValue', 'options set in both $regex and $options');
  }
  return patternNode(pattern.pattern, options ?? pattern.options, undefined);
}

function patternNode(source: string, options: string, stored: unknown): FieldNode {
  const { regex, prefix } = compilePattern(source, options);
  const test = patternTest(regex, stored);
  // A stored pattern is equal to itself whatever it starts with, so its prefix says nothing about the index.
  return prefix === '' || stored !== undefined ? testNode(test) : hinted(test, 'regex-prefix', prefix);
}

function existsNode(operand: unknown): FieldNode {
  const wanted = isNumber(operand) ? toNumber(operand) !== 0 : operand !== false && operand !== null;
  if (wanted) return hinted(existsTest, 'exists', true);
  return { kind: 'not', node: testNode(existsTest) };
}

function acceptedTypes(operand: unknown): ReadonlySet<string> {
  const accepted = new Set<string>();
  const items: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
  if (items.length === 0) throw fault('FailedToParse', '$type must match at least one type');
  for (const item of items) {
    if (item === 'number') NUMBER_TYPES.forEach((type) => accepted.add(type));
    else accepted.add(typeof item === 'string' ? typeByAlias(item) : typeByCode(item));
  }
  return accepted;
}

function typeByAlias(alias: string): string {
  if (!Object.hasOwn(BSON_TYPES, alias) && !Object.hasOwn(DEPRECATED_TYPES, alias)) {
    throw bad(`Unknown type name alias: ${alias}`);
  }
  return alias;
}

function typeByCode(code: unknown): string {
  if (!isNumber(code)) throw fault('TypeMismatch', 'type must be represented as a number or a string');
  const wanted = toNumber(code);
  const all: readonly (readonly [string, number])[] = [
    ...Object.entries(BSON_TYPES),
    ...Object.entries(DEPRECATED_TYPES),
  ];
  const found = all.find(([, number]) => number === wanted);
  if (found === undefined) throw bad(`Invalid numerical type code: ${wanted}`);
  return found[0] as BsonType;
}

function arraySize(operand: unknown): number {
  const size = isNumber(operand) ? toWhole(operand) : undefined;
  if (size === undefined) throw bad('Failed to parse $size. Expected an integer');
  if (size < 0n) throw bad('Failed to parse $size. Expected a non-negative number');
  return Number(size);
}

function allNode(operand: unknown, elemMatch: ElemMatchCompiler): FieldNode {
  if (!Array.isArray(operand)) throw bad('$all needs an array');
  const items: readonly unknown[] = operand;
  if (items.length === 0) return testNode({ leaf: 'whole', accepts: () => false });
  const isElemMatch = (item: unknown): boolean => isDoc(item) && Object.keys(item)[0] === '$elemMatch';
  const ofElemMatch = items.some(isElemMatch);
  const nodes = items.map((item) => {
    if (ofElemMatch !== isElemMatch(item)) throw bad('no $ expressions in $all');
    if (!ofElemMatch && isOperatorDoc(item)) throw bad('no $ expressions in $all');
    return compileFieldValue(item, elemMatch);
  });
  return { kind: 'all', nodes };
}

function notNode(operand: unknown, elemMatch: ElemMatchCompiler): FieldNode {
  if (isRegex(operand)) return { kind: 'not', node: compileFieldValue(operand, elemMatch) };
  if (!isDoc(operand)) throw bad('$not needs a regex or a document');
  if (Object.keys(operand).length === 0) throw bad('$not cannot be empty');
  if (!isOperatorDoc(operand)) throw bad(`unknown operator: ${Object.keys(operand)[0]}`);
  return { kind: 'not', node: compileFieldValue(operand, elemMatch) };
}
