import { ObjectId } from 'bson';
import { fault } from '../errors';
import type { Pausable } from '../query/ordered';
import { decode, encode, fieldName, isDoc, isRegex, type Doc } from '../values';
import type { Collection, Version } from '../catalog/collection';
import type { Command, CommandContext, Reply } from './command';
import { runStatements, statements, writeErrors } from './write-batch';

/** `insert`: one document or many. */
export const insert: Command = {
  fields: ['insert', 'documents', 'ordered', 'bypassDocumentValidation'],
  run: runInsert,
};

function* runInsert(context: CommandContext): Pausable<Reply> {
  const { args, engine } = context;
  const documents = statements(context, 'documents');
  const collection = engine.catalog.ensure(args.database, args.collection);
  let n = 0;
  const errors = yield* runStatements(documents, args.flag('ordered', true), (document) => {
    insertDocument(
      collection.dropped ? engine.catalog.ensure(args.database, args.collection) : collection,
      asVersion(document),
    );
    n++;
  });
  return { n, ...writeErrors(errors), ok: 1 };
}

/** Puts a new document into a collection. @throws MongoServerFault for an `_id` that MongoDB refuses, 11000, 10334 */
export function insertDocument(collection: Collection, { doc, bytes }: Version): void {
  collection.insert(doc, bytes);
}

/** The document as it is stored: with an `_id`, which comes first. Bytes that are in order are kept as they came. */
function asVersion(document: Doc | Uint8Array): Version {
  const doc = document instanceof Uint8Array ? decode(document) : document;
  const names = Object.keys(doc);
  checkNames(names);
  checkId(doc['_id']);
  if (names[0] === '_id' && document instanceof Uint8Array) return { doc, bytes: document };
  return newVersion(doc);
}

/** A document to insert, from its fields. */
export function newVersion(fields: Doc): Version {
  checkId(fields['_id']);
  const { _id = new ObjectId(), ...rest } = fields;
  const doc: Doc = { _id, ...rest };
  return { doc, bytes: encode(doc) };
}

function checkNames(names: readonly string[]): void {
  const name = names.map(fieldName).find((it) => it.startsWith('$'));
  if (name === undefined) return;
  throw fault('DollarPrefixedFieldName', `The dollar ($) prefixed field '${name}' is not valid for storage.`);
}

function checkId(id: unknown): void {
  if (Array.isArray(id)) throw fault('InvalidIdField', "The '_id' value cannot be of type array");
  if (isRegex(id)) throw fault('InvalidIdField', "The '_id' value cannot be of type regex");
  if (isDoc(id)) checkNames(Object.keys(id));
}
