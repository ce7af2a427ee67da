import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DATABASES, type DatabaseKind } from './servers/database';

/** How a run was asked for on the command line. */
export interface Options {
  /** Names of cases, or how names begin; empty: all. */
  readonly only: readonly string[];
  readonly rounds: number;
  readonly databases: readonly DatabaseKind[];
  readonly isLong: boolean;
  readonly seed: number;
  /** Folder of the results. */
  readonly out: string;
  /** Folder for a profile of Modex in the last case; undefined for none. */
  readonly profile: string | undefined;
  /** Only tell which cases there are. */
  readonly isList: boolean;
}

const OPTIONS = {
  only: { type: 'string', default: '' },
  rounds: { type: 'string', default: '15' },
  database: { type: 'string' },
  long: { type: 'boolean', default: false },
  seed: { type: 'string' },
  out: { type: 'string', default: 'dist/bench/results' },
  profile: { type: 'string' },
  list: { type: 'boolean', default: false },
} as const;

/** @throws Error in words for who typed it */
export function readOptions(args: readonly string[], mongodbUri: string | undefined): Options {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  return {
    only: values.only.split(',').filter((name) => name !== ''),
    rounds: wholeNumber('--rounds', values.rounds),
    databases: databasesOf(values.database, mongodbUri),
    isLong: values.long,
    seed: values.seed === undefined ? Date.now() % 1_000_000 : wholeNumber('--seed', values.seed),
    out: values.out,
    profile: values.profile === undefined ? undefined : resolve(values.profile),
    isList: values.list,
  };
}

/** The one that was asked for; else the embedded one, and the server where there is one. */
function databasesOf(wanted: string | undefined, mongodbUri: string | undefined): readonly DatabaseKind[] {
  if (wanted === undefined) return mongodbUri ? DATABASES : ['embedded'];
  const found = DATABASES.filter((database) => database === wanted);
  if (found.length === 0) throw new Error(`--database is ${DATABASES.join(' or ')}`);
  if (wanted === 'server' && !mongodbUri) throw new Error('--database server is that of MONGODB_URI, which is not set');
  return found;
}

function wholeNumber(name: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`${name} is a whole number from 1 up`);
  return Number(text);
}
