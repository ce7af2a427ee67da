import type { Db, Document, Filter } from 'mongodb';
import type { Owner } from './server';

const AT_ONCE = 5_000;
/** The fields that the design document gives a seat and a show: the literal server knows no others. */
const LITERAL_FIELDS: Readonly<Record<string, Document>> = {
  shows: { title: 1, start_time: 1, total_seats: 1 },
  seats: { show_id: 1, row_number: 1, seat_number: 1, status: 1 },
};

/** A copy of Modex's documents in the database of another owner. */
export interface Copy {
  readonly from: Db;
  readonly to: Db;
  readonly owner: Exclude<Owner, 'modex'>;
}

/** Copies the documents of a collection that the filter finds. */
export async function copyDocuments(
  { from, to, owner }: Copy,
  collection: string,
  filter: Filter<Document> = {},
): Promise<void> {
  const fields = owner === 'literal' ? LITERAL_FIELDS[collection] : undefined;
  const found = from.collection(collection).find(filter, { ...(fields && { projection: fields }), batchSize: AT_ONCE });
  let some: Document[] = [];
  const write = async (): Promise<void> => {
    if (some.length > 0) await to.collection(collection).insertMany(some, { ordered: false });
    some = [];
  };
  for await (const document of found) {
    some.push(document);
    if (some.length === AT_ONCE) await write();
  }
  await write();
}

/** Makes the indexes of Modex, so that a command costs the database the same whoever sends it. */
export async function copyIndexes({ from, to }: Copy): Promise<void> {
  for (const { name } of await from.listCollections({}, { nameOnly: true }).toArray()) {
    const indexes = await from.collection(name).indexes();
    const own = indexes.filter((index) => index.name !== '_id_').map((index) => ({ ...index, v: undefined }));
    if (own.length > 0) await to.collection(name).createIndexes(own);
  }
}
