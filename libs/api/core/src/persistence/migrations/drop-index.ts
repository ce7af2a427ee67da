import { mongo } from 'mongoose';

const NO_SUCH_COLLECTION = 26;
const NO_SUCH_INDEX = 27;

/** Drops an index that is no longer wanted; one that is gone already is dropped. */
export async function dropIndex<T extends mongo.Document>(documents: mongo.Collection<T>, name: string): Promise<void> {
  try {
    await documents.dropIndex(name);
  } catch (error) {
    const isGone =
      error instanceof mongo.MongoServerError && [NO_SUCH_COLLECTION, NO_SUCH_INDEX].includes(Number(error.code));
    if (!isGone) throw error;
  }
}
