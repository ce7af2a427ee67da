import { findOne } from '../query/find-one';
import { openMatches } from '../query/matches';
import type { Pausable } from '../query/ordered';
import { readFilter } from '../plan/filter';
import { compileSort } from '../project';
import { fault } from '../errors';
import type { Doc } from '../values';
import { Arguments, checkCollation } from './arguments';
import type { Command, CommandContext, Reply } from './command';
import { expressionContext } from './find';
import { asDoc, checkStatement, missingField, runStatements, statements, writeErrors } from './write-batch';

const FIELDS = ['q', 'limit', 'hint', 'collation'];

/** `delete`: of the first match or of all. */
export const deleteCommand: Command = { fields: ['delete', 'deletes', 'ordered', 'let'], run: runDelete };

function* runDelete(context: CommandContext): Pausable<Reply> {
  const ordered = context.args.flag('ordered', true);
  let n = 0;
  const all = statements(context, 'deletes').map((statement) => readStatement(asDoc(statement)));
  const errors = yield* runStatements(all, ordered, (args) => runStatement(context, args, () => n++));
  return { n, ...writeErrors(errors), ok: 1 };
}

function readStatement(statement: Doc): Arguments {
  checkStatement('delete.deletes', statement, FIELDS);
  const args = new Arguments('delete.deletes', statement);
  checkCollation(args.doc('collation'));
  const limit = args.number('limit');
  if (limit === undefined) throw missingField('delete.deletes.limit');
  if (limit !== 0 && limit !== 1) throw fault('FailedToParse', 'The limit field in delete objects must be 0 or 1');
  return args;
}

function* runStatement(context: CommandContext, args: Arguments, count: () => void): Pausable<void> {
  const filter = readFilter(args.doc('q') ?? {}, expressionContext(context));
  const query = { filter, hint: args.body['hint'] };
  const collection = context.engine.catalog.find(context.args.database, context.args.collection);
  if (!collection) return;
  if (args.number('limit') === 1) {
    const match = yield* findOne(collection, query, { sort: {}, order: compileSort({}) });
    if (!match) return;
    collection.remove(match.recordId, match.doc);
    return count();
  }
  const matches = openMatches(collection, query, 64);
  for (let step = matches?.next(); step; step = matches?.next()) {
    for (const match of step) {
      collection.remove(match.recordId, match.doc);
      count();
    }
    yield;
  }
}
