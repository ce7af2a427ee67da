import { openInside, type EngineCrash } from '../harness/database';
import { until } from '../harness/until';
import { inArena, type Arena, type ArenaFigures } from './arena';
import { raceThroughCrashes, type CrashFigures } from './database-crash';
import type { RaceResult } from './result';

/** A thread that ended sooner, in milliseconds, counts against the limit of the product; five in a row end it. */
const SHORT_LIFE_MS = 2_500;
const RESTART_LIMIT_MS = 20_000;

/**
 * The thread of the embedded database ends by itself again and again inside of an API that was started as by
 * `npm start`, under customers who book: it is started again each time, and the process stays.
 */
export async function raceThroughThreadEnds(figures: ArenaFigures, crash: CrashFigures): Promise<RaceResult> {
  const inside: ArenaFigures = {
    leaseSeconds: 3,
    thread: 'mortal',
    ...figures,
    instances: 1,
    open: openInside,
  };
  return inArena(inside, (arena) =>
    raceThroughCrashes(arena, threadOf(arena), { what: 'the thread of the database', ...crash }),
  );
}

/** Ends the thread, and waits until the process says that it was started again: once for each end. */
export function threadOf(arena: Arena): EngineCrash {
  const { child } = arena.servers[0] as Arena['servers'][number];
  let ends = 0;
  let startedAt = -Infinity;
  return {
    kill: async () => {
      await until('a life that is not short', RESTART_LIMIT_MS, () => performance.now() - startedAt > SHORT_LIFE_MS);
      ends++;
      child.signal('SIGUSR2');
    },
    restart: async () => {
      await until('the thread to be started again', RESTART_LIMIT_MS, () => {
        if (child.end !== undefined) throw new Error(`The process has ended: ${child.stderr}`);
        return restartsIn(child.stderr) >= ends;
      });
      startedAt = performance.now();
      if (restartsIn(child.stderr) !== ends) throw new Error(`${ends} ends, but told are ${restartsIn(child.stderr)}`);
    },
  };
}

/** How often the log says that the thread was started again. */
export function restartsIn(log: string): number {
  return log.split('was started again').length - 1;
}
