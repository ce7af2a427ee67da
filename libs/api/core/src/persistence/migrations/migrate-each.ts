import type { mongo } from 'mongoose';
import type { Progress } from './migration';

/** Documents changed in one command: a command that takes long would be given up by the driver. */
const BATCH = 500;

/** Which documents a migration changes, and how. */
export interface Change<T extends mongo.Document> {
  readonly collection: string;
  /** What is still to be done; a document that was changed no longer matches. */
  readonly where: mongo.Filter<T>;
  /** The update of one document; undefined leaves it as it is for this migration, and `where` must not count on it. */
  readonly update: (document: mongo.WithId<T>) => mongo.UpdateFilter<T> | mongo.Document[] | undefined;
}

/** Changes every document that still needs it, in batches by ascending id, so that nothing is met twice. */
export async function migrateEach<T extends mongo.Document>(
  db: mongo.Db,
  { collection, where, update }: Change<T>,
  told: Progress,
): Promise<void> {
  const documents = db.collection<T>(collection);
  const total = await documents.countDocuments(where);
  for (let [done, after] = [0, undefined as unknown]; ;) {
    const filter = after === undefined ? where : { $and: [where, { _id: { $gt: after } }] };
    const batch = await documents
      .find(filter as mongo.Filter<T>)
      .sort({ _id: 1 })
      .limit(BATCH)
      .toArray();
    if (batch.length === 0) return;
    const writes = batch.flatMap((document) => {
      const change = update(document);
      return change === undefined
        ? []
        : [{ updateOne: { filter: { $and: [{ _id: document._id }, where] } as mongo.Filter<T>, update: change } }];
    });
    if (writes.length > 0) await documents.bulkWrite(writes as mongo.AnyBulkWriteOperation<T>[], { ordered: false });
    after = batch.at(-1)?._id;
    told((done += batch.length), total);
  }
}
