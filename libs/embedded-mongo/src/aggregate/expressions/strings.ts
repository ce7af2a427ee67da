import { locationFault, notImplemented } from '../../errors';
import { bsonType } from '../../values';
import { ANY, ONE, operator } from './arguments';
import type { OperatorCompiler, OperatorTable } from './scope';

const CONCAT_TYPES = 16702;

function concat(args: readonly unknown[]): unknown {
  let result = '';
  for (const arg of args) {
    if (arg === null || arg === undefined) return null;
    if (typeof arg !== 'string')
      throw locationFault(CONCAT_TYPES, `$concat only supports strings, not ${bsonType(arg)}`);
    result += arg;
  }
  return result;
}

/** MongoDB changes the case of ASCII letters alone. */
const changeCase = (name: string, pattern: RegExp, change: (text: string) => string): OperatorCompiler =>
  operator(name, ONE, ([value]) => {
    if (value === null || value === undefined) return '';
    if (typeof value !== 'string') throw notImplemented(`${name} of ${bsonType(value)}`);
    return value.replace(pattern, change);
  });

export const STRING_OPERATORS: OperatorTable = {
  $concat: operator('$concat', ANY, concat),
  $toLower: changeCase('$toLower', /[A-Z]+/g, (text) => text.toLowerCase()),
  $toUpper: changeCase('$toUpper', /[a-z]+/g, (text) => text.toUpperCase()),
};
