import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Case } from './cases/case';
import type { Options } from './options';
import type { CaseResult, Results } from './report/results';
import { Progress } from './report/progress';
import { Bench } from './servers/bench';
import { type DatabaseKind, openDatabase } from './servers/database';
import { removeShows } from './servers/shows';

/** The cases that were asked for. @throws when a name means none */
export function chooseCases(all: readonly Case[], { only, isLong }: Pick<Options, 'only' | 'isLong'>): readonly Case[] {
  if (only.length === 0) return all.filter((each) => isLong || !each.isLong);
  const isName = (wanted: string): boolean => all.some(({ name }) => name === wanted);
  const meant = (wanted: string, { name }: Case): boolean =>
    isName(wanted) ? name === wanted : name.startsWith(`${wanted}-`);
  const unknown = only.filter((wanted) => !all.some((each) => meant(wanted, each)));
  if (unknown.length > 0) {
    throw new Error(`no case ${unknown.join(', ')}; there are ${all.map(({ name }) => name).join(', ')}`);
  }
  return all.filter((each) => only.some((wanted) => meant(wanted, each)));
}

/** Who hears of a run while it goes on. */
export interface Listener {
  /** Gets each result as soon as it is there. */
  readonly tell: (result: CaseResult) => void;
  /** Called each time that a case is warm and is measured from then on. */
  readonly begin?: () => void;
}

/** Plays the cases on each database. */
export async function runCases(cases: readonly Case[], options: Options, { tell, begin }: Listener): Promise<Results> {
  const [startedAt, before] = [new Date().toISOString(), loadNow()];
  const results: CaseResult[] = [];
  for (const database of options.databases) {
    const isFirst = database === options.databases[0];
    await onDatabase(database, options, async (bench, progress) => {
      for (const each of cases.filter(({ isByTurns }) => isFirst || !isByTurns)) {
        const doing = `${each.name} (${database})`;
        progress.say(doing, 'gets ready');
        const result = await each.run(bench, { ...options, begin, say: (message) => progress.say(doing, message) });
        await removeShows(bench);
        progress.clear();
        results.push(result);
        tell(result);
      }
    });
  }
  return {
    startedAt,
    endedAt: new Date().toISOString(),
    node: process.versions.node,
    cpus: availableParallelism(),
    load: [before, loadNow()],
    seed: options.seed,
    cases: results,
  };
}

async function onDatabase(
  kind: DatabaseKind,
  { profile }: Options,
  work: (bench: Bench, progress: Progress) => Promise<void>,
): Promise<void> {
  const files = mkdtempSync(join(tmpdir(), 'modex-bench-'));
  try {
    const bench = new Bench(await openDatabase(kind, files), { files, profile });
    try {
      await work(bench, new Progress());
    } finally {
      await bench.close();
    }
  } finally {
    rmSync(files, { recursive: true, force: true });
  }
}

function loadNow(): number {
  return loadavg()[0] ?? NaN;
}
