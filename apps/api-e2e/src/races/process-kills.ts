import type { ApiServer } from '../harness/api-server';
import { openInside, type EngineCrash } from '../harness/database';
import { until } from '../harness/until';
import { inArena, type Arena, type ArenaFigures } from './arena';
import { raceThroughCrashes, type CrashFigures } from './database-crash';
import type { RaceResult } from './result';

const RESTART_LIMIT_MS = 120_000;
/** What requests meet that the killed process was serving. */
const BROKEN = ['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'socket hang up'];

/**
 * One start of two processes on one port. One of them is killed again and again, in turn, under customers who book: the
 * other goes on, the killed one is started again, and no booking that was answered is lost. The database is that of
 * TEST_MONGODB_URI, else the embedded one inside of the first process.
 */
export async function raceThroughProcessKills(figures: ArenaFigures, crash: CrashFigures): Promise<RaceResult> {
  const hasServer = (figures.databaseUri ?? process.env['TEST_MONGODB_URI'] ?? '') !== '';
  const together: ArenaFigures = {
    leaseSeconds: 3,
    ...figures,
    instances: 1,
    processes: 2,
    ...(hasServer ? {} : { open: openInside }),
  };
  return inArena(together, (arena) =>
    raceThroughCrashes(arena, killInTurn(arena), { what: 'one of two processes', faults: BROKEN, ...crash }),
  );
}

/** Kills the processes in turn, and waits until the first one tells that the killed one serves again. */
function killInTurn(arena: Arena): EngineCrash {
  const server = arena.servers[0] as ApiServer;
  let kills = 0;
  return {
    kill: async () => {
      const pid = pidsOf(server)[kills % 2] as number;
      kills++;
      process.kill(pid, 'SIGKILL');
    },
    restart: async () => {
      await until('the killed process to serve again', RESTART_LIMIT_MS, () => {
        if (server.child.end !== undefined) throw new Error(`The first process has ended: ${server.child.stderr}`);
        return restartsOf(server).length >= kills;
      });
      const ends = server.child.stderr.split('it is started again').length - 1;
      if (ends !== kills) throw new Error(`${kills} processes were killed, but ${ends} ends are told`);
    },
  };
}

/** The ids of the processes that serve, in their order. */
export function pidsOf(server: ApiServer): readonly number[] {
  const [, first = ''] = /\(pids ([\d, ]+)\)/.exec(server.child.stdout) ?? [];
  const pids = first.split(', ').map(Number);
  for (const [, number, pid] of restartsOf(server)) pids[Number(number) - 1] = Number(pid);
  return pids;
}

function restartsOf({ child }: ApiServer): readonly RegExpExecArray[] {
  return [...child.stdout.matchAll(/Process (\d+) serves again \(pid (\d+)\)/g)];
}
