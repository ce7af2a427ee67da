import { Model, mongo, QueryFilter } from 'mongoose';

/** Whether a document is made where none matches, and which of its fields are read back; absent: all. */
export type ChangeOptions = Pick<mongo.FindOneAndUpdateOptions, 'upsert' | 'projection'>;

/**
 * One compare-and-set: changes the document that matches the filter, by a pipeline, and reads it back.
 *
 * It is sent by the driver itself. A Mongoose query casts, clones and hydrates what is complete already, and in a booking,
 * which is a row of such commands, that was a seventh of the time. So ids are given as ObjectId, and no hook runs.
 * @returns the document as it is now; null where none matched
 * @throws MongoServerError, or a storage fault
 */
export async function changeOne<Document>(
  model: Model<Document>,
  filter: QueryFilter<Document>,
  stages: readonly object[],
  options: ChangeOptions = {},
): Promise<Document | null> {
  const change = { ...options, returnDocument: 'after' } as const;
  const found = await model.collection.findOneAndUpdate(filter as mongo.Filter<object>, [...stages], change);
  return found as Document | null;
}
