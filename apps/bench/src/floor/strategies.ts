import { type ClientSession, type MongoClient, type ObjectId } from 'mongodb';
import { type Commands, type Intent, type Locking, lockOf } from './commands';

/** How a booking gets its seats. */
export const STRATEGIES = ['lock loop', 'bulk write', 'transaction'] as const;
export type Strategy = (typeof STRATEGIES)[number];

/** What became of an attempt to get all seats. */
export interface Attempt {
  readonly isLocked: boolean;
  /** How often the database broke it off and it was begun again. */
  readonly restarts: number;
}

/** Gets all seats of a booking for it, or none. */
export type LockAll = (intent: Intent) => Promise<Attempt>;

const once = (isLocked: boolean): Attempt => ({ isLocked, restarts: 0 });

export function lockWith(strategy: Strategy, commands: Commands, client: MongoClient): LockAll {
  const all: Record<Strategy, LockAll> = {
    'lock loop': (intent) => lockInTurn(commands, intent),
    'bulk write': (intent) => lockAtOnce(commands, intent),
    transaction: (intent) => lockInTransaction(commands, client, intent),
  };
  return all[strategy];
}

/** One command a seat, in ascending order, up to the first that is gone: that of Modex. */
export async function lockInTurn(commands: Commands, locking: Locking): Promise<Attempt> {
  for (const [index, seat] of locking.seats.entries()) {
    if (await commands.lock(locking, seat)) continue;
    for (const locked of locking.seats.slice(0, index).reverse()) await commands.release(locking, [locked]);
    return once(false);
  }
  return once(true);
}

/** One command for all seats; what it got is given back when that is not all. */
async function lockAtOnce(commands: Commands, intent: Intent): Promise<Attempt> {
  const { show_id, seats } = intent;
  const updates = seats.map((_id) => ({
    updateOne: { filter: { show_id, _id, status: 'AVAILABLE' } as object, update: lockOf(intent) },
  }));
  const { modifiedCount } = await commands.seats.bulkWrite(updates, { ordered: false });
  if (modifiedCount === seats.length) return once(true);
  if (modifiedCount > 0) await commands.release(intent, seats);
  return once(false);
}

/** One command a seat in a transaction, in ascending order; what the database breaks off begins again. */
async function lockInTransaction(commands: Commands, client: MongoClient, intent: Intent): Promise<Attempt> {
  let runs = 0;
  const isLocked = await client.withSession((session) =>
    session.withTransaction(async () => {
      runs++;
      for (const seat of intent.seats) {
        if (await lockWithin(session, commands, { intent, seat })) continue;
        await session.abortTransaction();
        return false;
      }
      return true;
    }),
  );
  return { isLocked, restarts: runs - 1 };
}

async function lockWithin(
  session: ClientSession,
  commands: Commands,
  { intent, seat }: { readonly intent: Intent; readonly seat: ObjectId },
): Promise<boolean> {
  const filter = { show_id: intent.show_id, _id: seat, status: 'AVAILABLE' } as object;
  const found = await commands.seats.findOneAndUpdate(filter, lockOf(intent), { session, projection: { status: 1 } });
  return found !== null;
}
