import { crashServer } from '../harness/database';
import { inParallel } from '../harness/until';
import { inArena, type ArenaFigures } from './arena';
import { raceThroughCrashes, type CrashFigures } from './database-crash';
import { CONNECTION_RESETS, cutDatabase, resetConnection, type Absence } from './database-faults';
import { floodWhileLate, type LateFigures } from './late-database';
import type { RaceResult } from './result';
import { placeOf, scenes, type SceneOutcome } from './scenes';
import { fallSilent, SILENCES, swallowConfirm } from './silent-database';
import { raceThroughThreadEnds } from './thread-crash';

const OUTAGE_MS = 10_000;
/** Scenes at the same time, each with its own processes. */
const WIDTH = 2;
const LEASE_SECONDS = 3;
const MUTED = { everything: 'all connections', 'its connection': 'its connection' } as const;

/** The database is away for 10 s, its connections break or it falls silent, at each step of a booking. */
export async function raceFaults(figures: ArenaFigures): Promise<RaceResult> {
  const away = async (how: Absence['how']): Promise<SceneOutcome> => {
    const { violations } = await cutDatabase(figures, { how, ms: OUTAGE_MS });
    return { name: `${how} for 10 s`, violations };
  };
  return scenes('connections that break, a database that is away or silent', figures, async () => [
    ...(await inParallel(CONNECTION_RESETS, WIDTH, async (reset) => ({
      name: reset.name,
      violations: await resetConnection(figures, reset),
    }))),
    ...(await inParallel(SILENCES, WIDTH, async (silence) => ({
      name: `silence ${silence.name}`,
      violations: (await fallSilent(figures, silence)).violations,
    }))),
    ...(await inParallel(['everything', 'its connection'] as const, WIDTH, async (muted) => ({
      name: `the answer to the confirm is swallowed, with all that follows on ${MUTED[muted]}`,
      violations: (await swallowConfirm(figures, muted)).violations,
    }))),
    ...(await inParallel(['cut', 'blackHole'] as const, WIDTH, away)),
  ]);
}

/** The embedded engine's process is killed under load, whatever TEST_MONGODB_URI says. */
export async function raceDatabaseCrash(figures: ArenaFigures, crash: CrashFigures): Promise<RaceResult> {
  return crashIn({ ...figures, databaseUri: '' }, { what: 'the embedded engine', ...crash });
}

/** The server of TEST_MONGODB_CRASH_URI is killed under load. @throws Error where the environment names none */
export async function raceServerCrash(figures: ArenaFigures, crash: CrashFigures): Promise<RaceResult> {
  const server = crashServer();
  if (server === undefined) {
    throw new Error('TEST_MONGODB_CRASH_URI, TEST_MONGODB_KILL and TEST_MONGODB_RESTART name no server to kill.');
  }
  return crashIn({ ...figures, databaseUri: server.uri }, { what: 'the server', ...crash });
}

/** The thread of a database that the API carries itself ends again and again under load. */
export async function raceThreadCrash(figures: ArenaFigures, crash: CrashFigures): Promise<RaceResult> {
  return raceThroughThreadEnds(figures, crash);
}

/** More people than may be in flight ask for seats while the database answers late. */
export async function raceLateDatabase(figures: ArenaFigures, late: LateFigures): Promise<RaceResult> {
  const began = performance.now();
  const { violations, answers, slowestRefusalMs, medianRefusalMs, resolved } = await floodWhileLate(figures, late);
  const { crowd, excess, waves, lateMs } = late;
  return {
    name: `${crowd} + ${excess} requests at once, ${waves} times, a database ${lateMs} ms late`,
    ...placeOf(figures),
    rounds: waves,
    requests: Object.values(answers).reduce((sum, count) => sum + count, 0),
    won: resolved,
    refusals: answers['overloaded'] ?? 0,
    others: answers,
    violations,
    seconds: Math.round(performance.now() - began) / 1_000,
    medianMs: medianRefusalMs,
    slowestMs: slowestRefusalMs,
  };
}

async function crashIn(figures: ArenaFigures, crash: CrashFigures): Promise<RaceResult> {
  const { instances = 2, leaseSeconds = LEASE_SECONDS } = figures;
  return inArena({ ...figures, instances, leaseSeconds }, (arena) => {
    if (arena.database.crash === undefined) throw new Error('A database that others use is not killed.');
    return raceThroughCrashes(arena, arena.database.crash, crash);
  });
}
