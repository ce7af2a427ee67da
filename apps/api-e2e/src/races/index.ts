/**
 * The races of many buyers for seats, to be called with figures. Each starts real API processes on a fresh database,
 * races them over HTTP, checks the five rules over the whole database afterwards, ends everything and returns plain
 * figures (RaceResult); none of them throws because a rule was violated. With `control` a guard is removed from the
 * processes by the preload, and the result must have violations.
 *
 *   const result = await RACES['one-seat']({ instances: 2 }, { rounds: 20, clients: 1_000 });
 *   if (result.violations.length > 0) …
 *
 * The database is the server of `figures.databaseUri`, else of TEST_MONGODB_URI, else the embedded engine as a process
 * of its own. Needed before: the built API (`dist/apps/api`). Nothing here needs Jest.
 */
import { inArena, type ArenaFigures } from './arena';
import { raceUnderAudit } from './audited-sale';
import { raceForTheBest } from './best/best-available';
import { raceBlocks } from './blocks';
import { raceAtTheDoors } from './door-rush';
import { raceSwitches } from './plan-switches';
import { raceCrossedPairs } from './crossed-pairs';
import { raceForOneSeat, raceOverlappingFours } from './crowds';
import { raceDatabaseCrash, raceFaults, raceLateDatabase, raceServerCrash, raceThreadCrash } from './database-races';
import { raceToHoard } from './hoard';
import { raceConfirmAgainstEnd, SHORT_HOLDS } from './holds/confirm-end';
import { raceKills } from './kills';
import { raceThroughRedisTrouble } from './live/redis-trouble';
import { raceWithViewers } from './live/watched-sale';
import { raceThroughProcessKills } from './process-kills';
import type { RaceResult } from './result';
import { raceToSellOut } from './sell-out';
import { raceStalls } from './stalled-server';

export type { ArenaFigures } from './arena';
export type { RaceResult } from './result';

/** How hard a race is; each race reads what concerns it, and has defaults. */
export interface RaceFigures {
  readonly rounds?: number;
  readonly clients?: number;
  readonly seats?: number;
}

/** A race that can be run by its name. */
export type Race = (arena: ArenaFigures, figures?: RaceFigures) => Promise<RaceResult>;

export const RACE_NAMES = [
  'one-seat',
  'crossed-pairs',
  'blocks',
  'plan-switches',
  'door-rush',
  'overlapping-fours',
  'hoard',
  'confirm-end',
  'sell-out',
  'best-available',
  'audited-sale',
  'watched-sale',
  'redis-trouble',
  'kills',
  'stalls',
  'faults',
  'database-crash',
  'server-crash',
  'thread-crash',
  'process-kills',
  'late-database',
] as const;
export type RaceName = (typeof RACE_NAMES)[number];

export const RACES: Readonly<Record<RaceName, Race>> = {
  'one-seat': (arena, { rounds = 3, clients = 200 } = {}) =>
    inArena(arena, (opened) => raceForOneSeat(opened, { rounds, clients })),
  'crossed-pairs': (arena, { rounds = 1_000 } = {}) => inArena(arena, (opened) => raceCrossedPairs(opened, { rounds })),
  blocks: (arena, { rounds = 200 } = {}) => inArena(arena, (opened) => raceBlocks(opened, { rounds })),
  'plan-switches': (arena, { rounds = 100 } = {}) => inArena(arena, (opened) => raceSwitches(opened, { rounds })),
  'door-rush': (arena, { seats = 1_000 } = {}) =>
    inArena(arena, (opened) => raceAtTheDoors(opened, { tickets: seats })),
  'overlapping-fours': (arena, { rounds = 3, clients = 200 } = {}) =>
    inArena(arena, (opened) => raceOverlappingFours(opened, { rounds, clients })),
  hoard: (arena, { rounds = 3, clients = 500 } = {}) =>
    inArena(arena, (opened) => raceToHoard(opened, { rounds, requests: clients })),
  'confirm-end': (arena, { rounds = 1_000 } = {}) =>
    inArena({ ...arena, env: SHORT_HOLDS }, (opened) => raceConfirmAgainstEnd(opened, { rounds })),
  'sell-out': (arena, { seats = 8_000, clients = 160 } = {}) =>
    inArena(arena, (opened) => raceToSellOut(opened, { seats, bookers: clients })),
  'best-available': (arena, { seats = 8_000, clients = 160, rounds = 20 } = {}) =>
    inArena(arena, (opened) => raceForTheBest(opened, { seats, customers: clients, rounds })),
  'audited-sale': (arena, { seats = 8_000, clients = 160 } = {}) =>
    inArena(arena, (opened) => raceUnderAudit(opened, { seats, bookers: clients })),
  'watched-sale': (arena, { clients = 2_000 } = {}) => raceWithViewers(arena, { viewers: clients }),
  'redis-trouble': (arena, { clients = 40 } = {}) => raceThroughRedisTrouble(arena, { buyers: clients }),
  kills: (arena, { rounds = 1 } = {}) => raceKills(arena, { rounds }),
  stalls: (arena, { rounds = 1 } = {}) => raceStalls(arena, { rounds }),
  faults: (arena) => raceFaults(arena),
  'database-crash': (arena, { rounds = 3, clients = 40 } = {}) =>
    raceDatabaseCrash(arena, { crashes: rounds, clients }),
  'server-crash': (arena, { rounds = 3, clients = 40 } = {}) => raceServerCrash(arena, { crashes: rounds, clients }),
  'thread-crash': (arena, { rounds = 5, clients = 40 } = {}) => raceThreadCrash(arena, { crashes: rounds, clients }),
  'process-kills': (arena, { rounds = 4, clients = 40 } = {}) =>
    raceThroughProcessKills(arena, { crashes: rounds, clients }),
  'late-database': (arena, { rounds = 4, clients = 2_050 } = {}) =>
    raceLateDatabase(arena, { crowd: clients, excess: 200, waves: rounds, lateMs: 2_000 }),
};
