import type { Db } from 'mongodb';
import type { Figure, FiguresResult } from '../../report/results';
import { type Database, openServer } from '../../servers/database';
import type { Case, RunSettings } from '../case';
import { conditionalUpdates, readShow, seed, sortedPages } from './measure';

const USUAL = 100_000;
const LARGE = 1_000_000;

/** What is measured of a database that holds nothing but seats. */
const FIGURES: readonly ((db: Db) => Promise<Figure>)[] = [
  readShow,
  sortedPages,
  ...[1, 16, 64].map((callers) => (db: Db) => conditionalUpdates(db, callers)),
];

/**
 * The database itself, without a server in front; the embedded one writes with FULL durability. Where there are two they
 * are measured by turns, so that the figures are comparable however busy the machine is.
 */
export const engine: Case = {
  name: 'engine',
  title: 'The database alone; with --long the embedded one with a million seats, too',
  isByTurns: true,
  run: async ({ database }, settings): Promise<FiguresResult> => {
    const server =
      database.kind === 'embedded' && settings.databases.includes('server') ? await openServer() : undefined;
    try {
      const databases = server === undefined ? [database] : [database, server];
      const usual = await measure(databases, USUAL, settings);
      const large = settings.isLong ? await measure([database], LARGE, settings) : [];
      const names = databases.map(({ kind }) => kind).join(', ');
      return {
        kind: 'figures',
        name: engine.name,
        title: engine.title,
        database: names,
        figures: [...usual, ...large],
      };
    } finally {
      await server?.close();
    }
  },
};

async function measure(databases: readonly Database[], seats: number, { say }: RunSettings): Promise<Figure[]> {
  const targets = databases.map(({ kind, client }) => ({ kind, db: client.db(`bench_${process.pid}_engine`) }));
  const figures: Figure[] = [];
  for (const { kind, db } of targets) {
    say(`fills ${seats} seats, ${kind}`);
    await seed(db, seats);
  }
  for (const measureOne of FIGURES) {
    for (const { kind, db } of targets) {
      const figure = await measureOne(db);
      say(figure.what);
      figures.push({ ...figure, what: `${kind}, ${seats.toLocaleString('en-US')} seats: ${figure.what}` });
    }
  }
  for (const { db } of targets) await db.dropDatabase();
  return figures;
}
