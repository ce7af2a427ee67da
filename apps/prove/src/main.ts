import { parseArgs } from 'node:util';
import { Logger } from '@nestjs/common';
import { prove } from './prove';
import { type Database, DATABASES } from './races/races';
import { Replayed, replayRandomRun, replaySchedule } from './report/replay';

const { values } = parseArgs({
  options: {
    replay: { type: 'string' },
    long: { type: 'boolean', default: false },
    seed: { type: 'string' },
    path: { type: 'string' },
    model: { type: 'boolean', default: true },
    races: { type: 'string', default: 'all' },
  },
  allowNegative: true,
});

async function main(): Promise<boolean> {
  // A rollback that is left to the sweep is logged; here that happens a million times on purpose.
  Logger.overrideLogger(false);
  const seed = Number(values.seed ?? Date.now() % 1e6);
  const replayed = await replay(seed);
  if (replayed === undefined) {
    return prove({ isLong: values.long, hasModel: values.model, races: racesOn(values.races), seed });
  }
  for (const line of replayed.lines) console.log(line);
  return replayed.broken === undefined;
}

/** Where races take place: on all databases, on one of them, or nowhere. */
function racesOn(wanted: string): readonly Database[] {
  if (wanted === 'all') return DATABASES;
  if (wanted === 'none') return [];
  const found = DATABASES.filter((database) => database === wanted);
  if (found.length === 0) throw new Error(`--races is all, none, ${DATABASES.join(' or ')}`);
  return found;
}

/** The one schedule to replay; undefined for the whole proof. */
async function replay(seed: number): Promise<Replayed | undefined> {
  if (values.replay !== undefined) return replaySchedule(values.replay);
  if (values.path === undefined) return undefined;
  if (values.seed === undefined) throw new Error('--path says nothing without its --seed');
  return replayRandomRun({ seed, path: values.path });
}

main().then(
  (holds) => {
    process.exitCode = holds ? 0 : 1;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 2;
  },
);
