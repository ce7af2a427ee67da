import { EMPTY_ARRAY, encodeKey } from '../index/key-encoding';
import { documentKeys } from '../index/document-keys';
import { openMatches } from '../query/matches';
import type { Pausable } from '../query/ordered';
import { readFilter } from '../plan/filter';
import { storedName } from '../values';
import type { Command, CommandContext, Reply } from './command';
import { expressionContext } from './find';

/** `distinct`: the different values at a path, array items one by one, in order. */
export const distinct: Command = { fields: ['distinct', 'key', 'query', 'hint', 'let'], run: runDistinct };

function* runDistinct(context: CommandContext): Pausable<Reply> {
  const { args, engine } = context;
  const path = args.text('key').split('.').map(storedName);
  const filter = readFilter(args.doc('query') ?? {}, expressionContext(context));
  const collection = engine.catalog.find(args.database, args.collection);
  const matches = openMatches(collection, { filter, hint: args.body['hint'] }, 256);
  const values = new Map<string, unknown>();
  for (let step = matches?.next(); step; step = matches?.next()) {
    for (const { doc } of step) {
      for (const [value] of documentKeys(doc, [path]).entries) {
        if (value !== undefined && value !== EMPTY_ARRAY) values.set(identity(value), value);
      }
    }
    yield;
  }
  const sorted = [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
  return { values: sorted, ok: 1 };
}

/** Equal values have equal keys, and keys sort as the values do; one character stands for one byte. */
const identity = (value: unknown): string => Buffer.from(encodeKey([value], [1])).toString('latin1');
