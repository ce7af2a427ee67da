import type { Db } from 'mongodb';
import type { Figure, FiguresResult } from '../../report/results';
import type { Case } from '../case';
import { conditionalUpdates, readShow, seed, sortedPages } from './measure';

const USUAL = 100_000;
const LARGE = 1_000_000;

/** What is measured of a database that holds nothing but seats. */
const FIGURES: readonly ((db: Db) => Promise<Figure>)[] = [
  readShow,
  sortedPages,
  ...[1, 16, 64].map((callers) => (db: Db) => conditionalUpdates(db, callers)),
];

/** The database itself, without a server in front. The embedded one writes with FULL durability. */
export const engine: Case = {
  name: 'engine',
  title: 'The database alone, 100,000 seats; with --long a million, too',
  run: async ({ database }, { isLong, say }): Promise<FiguresResult> => {
    const figures: Figure[] = [];
    for (const documents of isLong ? [USUAL, LARGE] : [USUAL]) {
      const db = database.client.db(`bench_${process.pid}_engine`);
      say(`fills ${documents} seats`);
      await seed(db, documents);
      for (const measure of FIGURES) {
        say(`${documents} seats, figure ${figures.length + 1}`);
        const { what, ...value } = await measure(db);
        figures.push({ what: `${documents.toLocaleString('en-US')} seats: ${what}`, ...value });
      }
      await db.dropDatabase();
    }
    return { kind: 'figures', name: engine.name, title: engine.title, database: database.kind, figures };
  },
};
