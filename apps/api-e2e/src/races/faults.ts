import { inParallel } from '../harness/until';
import { inArena, type ArenaFigures } from './arena';
import { raceThroughCrashes, type CrashFigures } from './database-crash';
import { CONNECTION_RESETS, cutDatabase, resetConnection } from './database-faults';
import type { RaceResult } from './result';
import { scenes } from './scenes';

const OUTAGE = { how: 'cut', ms: 10_000 } as const;
/** Scenes at the same time, each with its own processes. */
const WIDTH = 2;

/** The connection to the database breaks at each step of a booking, and the database is away for 10 s. */
export async function raceFaults(figures: ArenaFigures): Promise<RaceResult> {
  return scenes('connections that break, a database that is away', figures, async () => [
    ...(await inParallel(CONNECTION_RESETS, WIDTH, async (reset) => ({
      name: reset.name,
      violations: await resetConnection(figures, reset),
    }))),
    { name: 'away for 10 s', violations: (await cutDatabase(figures, OUTAGE)).violations },
  ]);
}

/** The embedded engine's process is killed under load, whatever TEST_MONGODB_URI says. */
export async function raceDatabaseCrash(figures: ArenaFigures, crash: CrashFigures): Promise<RaceResult> {
  return inArena({ ...figures, databaseUri: '', leaseSeconds: figures.leaseSeconds ?? 3 }, (arena) =>
    raceThroughCrashes(arena, crash),
  );
}
