import { ObjectId } from 'bson';
import { fault, notImplemented } from '../../errors';
import { bsonType, isDoc, isNumber, isObjectId, toNumber, toWhole } from '../../values';
import { locationFault } from '../../errors';
import { ANY, ONE, operator } from './arguments';
import { constantNode, type OperatorCompiler, type OperatorTable } from './scope';

const MERGE_TYPES = 40400;
const MAX_DATE = 8.64e15;
const OBJECT_ID = /^[0-9a-fA-F]{24}$/;
const ISO_DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/;

const unsupported = (value: unknown, to: string): Error =>
  fault(
    'ConversionFailure',
    `Unsupported conversion from ${bsonType(value)} to ${to} in $convert with no onError value`,
  );

/** A conversion that leaves null and missing as null. */
const conversion = (name: string, convert: (value: unknown) => unknown): OperatorCompiler =>
  operator(name, ONE, ([value]) => (value === null || value === undefined ? null : convert(value)));

function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (isObjectId(value)) return value.toHexString();
  if (value instanceof Date) return value.toISOString();
  if (!isNumber(value)) throw unsupported(value, 'string');
  const type = bsonType(value);
  // How MongoDB writes doubles and decimals differs from JavaScript in many a case.
  if (type === 'double' || type === 'decimal') throw notImplemented(`$toString of a ${type}`);
  return String(toWhole(value));
}

function toDate(value: unknown): Date {
  if (value instanceof Date) return value;
  if (isObjectId(value)) return value.getTimestamp();
  const type = bsonType(value);
  if ((type === 'long' || type === 'double') && isNumber(value)) return dateFromMillis(Math.trunc(toNumber(value)));
  if (typeof value === 'string') return dateFromText(value);
  if (type === 'decimal' || type === 'timestamp') throw notImplemented(`$toDate of a ${type}`);
  throw unsupported(value, 'date');
}

function dateFromMillis(millis: number): Date {
  if (!(Math.abs(millis) <= MAX_DATE)) throw fault('ConversionFailure', 'the number is beyond the dates that exist');
  return new Date(millis);
}

/** Of the many forms of a date only the one that JSON uses is read. */
function dateFromText(text: string): Date {
  const date = new Date(text);
  if (!ISO_DATE.test(text)) throw notImplemented('$toDate of a string that is not like 2020-01-31T12:00:00.000Z');
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text.slice(0, 10)) {
    throw fault('ConversionFailure', `Error parsing date string '${text}'`);
  }
  return date;
}

function toObjectId(value: unknown): ObjectId {
  if (isObjectId(value)) return value;
  if (typeof value !== 'string') throw unsupported(value, 'objectId');
  if (!OBJECT_ID.test(value)) throw fault('ConversionFailure', `Failed to parse objectId '${value}' in $convert`);
  return new ObjectId(value);
}

function mergeObjects(args: readonly unknown[]): unknown {
  const merged = {};
  for (const arg of args) {
    if (arg === null || arg === undefined) continue;
    if (!isDoc(arg)) throw locationFault(MERGE_TYPES, `$mergeObjects requires object inputs, not ${bsonType(arg)}`);
    Object.assign(merged, arg);
  }
  return merged;
}

export const CONVERSION_OPERATORS: OperatorTable = {
  $literal: (operand) => constantNode(operand),
  $mergeObjects: operator('$mergeObjects', ANY, mergeObjects),
  $type: operator('$type', ONE, ([value]) => bsonType(value)),
  $isNumber: operator('$isNumber', ONE, ([value]) => isNumber(value)),
  $toString: conversion('$toString', toText),
  $toDate: conversion('$toDate', toDate),
  $toObjectId: conversion('$toObjectId', toObjectId),
};
