import { MongoServerError, type Collection } from 'mongodb';

/** A document of the load: a value that only grows, and fields that several kinds of index hold. */
export interface Entry {
  readonly _id: string;
  readonly writer: number;
  readonly version: number;
  readonly group: number;
  readonly tags: readonly string[];
}

/** What a document may look like: the last acknowledged version, or one whose acknowledgement never came. */
interface Belief {
  readonly acknowledged: number | undefined;
  readonly attempted: number | undefined;
}

/**
 * One client that inserts, updates, replaces, upserts and deletes its own documents and remembers what the database
 * has acknowledged. A version of undefined: the document is not there.
 */
export class Writer {
  acknowledgedWrites = 0;
  private readonly beliefs = new Map<string, Belief>();
  private lastVersion = 0;

  constructor(
    private readonly id: number,
    private readonly pick: (below: number) => number,
  ) {}

  /** Writes until the database is gone. */
  async run(collection: Collection<Entry>): Promise<void> {
    for (;;) {
      const _id = `${this.id}-${this.pick(40)}`;
      const before = this.beliefs.get(_id)?.acknowledged;
      const after = before !== undefined && this.pick(5) === 0 ? undefined : ++this.lastVersion;
      this.beliefs.set(_id, { acknowledged: before, attempted: after });
      try {
        await this.write(collection, { _id, before, after });
      } catch (error) {
        // An answer of the database, unlike a lost connection, would be a failure of its own.
        if (error instanceof MongoServerError) throw error;
        return;
      }
      this.beliefs.set(_id, { acknowledged: after, attempted: after });
      this.acknowledgedWrites++;
    }
  }

  private async write(
    collection: Collection<Entry>,
    { _id, before, after }: { _id: string; before: number | undefined; after: number | undefined },
  ): Promise<void> {
    if (after === undefined) {
      await collection.deleteOne({ _id });
      return;
    }
    const tags = Array.from({ length: this.pick(4) }, (_, i) => `t${i}-${after % 7}`);
    const fields = { writer: this.id, version: after, group: after % 10, tags };
    if (before === undefined) await collection.insertOne({ _id, ...fields });
    else if (this.pick(3) === 0) await collection.replaceOne({ _id }, fields);
    else if (this.pick(2) === 0) await collection.updateOne({ _id }, { $set: fields }, { upsert: true });
    else await collection.findOneAndUpdate({ _id, version: before }, { $set: fields });
  }

  /** Compares what is stored after a restart; the answer is every contradiction. What is found is believed from then. */
  settle(stored: ReadonlyMap<string, Entry>): string[] {
    const wrong: string[] = [];
    for (const [_id, { acknowledged, attempted }] of this.beliefs) {
      const version = stored.get(_id)?.version;
      if (version !== acknowledged && version !== attempted) {
        wrong.push(`${_id}: ${acknowledged} was acknowledged and ${attempted} attempted, ${version} is stored`);
      }
      this.beliefs.set(_id, { acknowledged: version, attempted: version });
    }
    return wrong;
  }
}
