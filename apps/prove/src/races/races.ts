import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Result } from '../report/result';

const ROOT = join(__dirname, '../../../..');
const RUNNER = 'apps/api-e2e/src/races/run.ts';

/** A race of real servers over HTTP, with its figures as the runner takes them. */
interface RaceRun {
  readonly race: string;
  readonly figures?: readonly string[];
  /** How many rounds are played; a server may be slow. Default: the race's own. */
  readonly rounds?: Readonly<Record<Database, number>>;
  /** The only database that it is about. */
  readonly only?: Database;
}

/** Where races take place, as the table names it. */
export const DATABASES = ['embedded', 'server'] as const;
export type Database = (typeof DATABASES)[number];

/** What the runner prints. */
interface Printed {
  readonly rounds: number;
  readonly refusals: number;
  readonly kills?: number;
  readonly stalls?: number;
  readonly violations: readonly string[];
}

const TWO = 'instances=2';
const everywhere = (rounds: number): RaceRun['rounds'] => ({ embedded: rounds, server: rounds });

/** How long the races may take: a part of five minutes, or hours. */
export const LENGTHS = ['quick', 'long'] as const;
export type Length = (typeof LENGTHS)[number];

const QUICK: readonly RaceRun[] = [
  { race: 'one-seat', figures: ['clients=200', TWO], rounds: everywhere(3) },
  { race: 'overlapping-fours', figures: ['clients=200', TWO], rounds: everywhere(3) },
  { race: 'crossed-pairs', figures: [TWO], rounds: everywhere(200) },
  { race: 'blocks', figures: [TWO], rounds: everywhere(200) },
  { race: 'plan-switches', figures: [TWO], rounds: everywhere(20) },
  { race: 'door-rush', figures: ['seats=100', TWO] },
  { race: 'hoard', figures: ['clients=500', TWO], rounds: everywhere(3) },
  { race: 'confirm-end', figures: [TWO], rounds: everywhere(40) },
  { race: 'sell-out', figures: ['seats=800', 'clients=160', TWO] },
  { race: 'best-available', figures: ['seats=800', 'clients=160', TWO] },
  { race: 'audited-sale', figures: ['seats=800', 'clients=16', TWO] },
  // The steps are the same on both, so that the longest of the races is played on the server with the long ones.
  { race: 'kills', only: 'embedded' },
  { race: 'stalls' },
];

const LONG: readonly RaceRun[] = [
  { race: 'one-seat', figures: ['clients=1000', TWO], rounds: { embedded: 100, server: 10 } },
  { race: 'overlapping-fours', figures: ['clients=1000', TWO], rounds: { embedded: 100, server: 10 } },
  { race: 'crossed-pairs', figures: [TWO], rounds: everywhere(2_000) },
  { race: 'blocks', figures: [TWO], rounds: everywhere(2_000) },
  { race: 'plan-switches', figures: [TWO], rounds: everywhere(500) },
  { race: 'door-rush', figures: ['seats=1000', TWO] },
  { race: 'hoard', figures: ['clients=500', TWO], rounds: everywhere(50) },
  { race: 'confirm-end', figures: [TWO], rounds: everywhere(1_000) },
  { race: 'sell-out', figures: ['seats=8000', 'clients=160', TWO] },
  { race: 'best-available', figures: ['seats=8000', 'clients=160', TWO] },
  { race: 'audited-sale', figures: ['seats=8000', 'clients=16', TWO] },
  { race: 'watched-sale', figures: ['clients=2000'] },
  { race: 'redis-trouble' },
  { race: 'kills', rounds: everywhere(20) },
  { race: 'stalls', rounds: everywhere(20) },
  { race: 'faults' },
  { race: 'late-database' },
  { race: 'database-crash', only: 'embedded' },
  { race: 'thread-crash', only: 'embedded' },
];

const RUNS: Readonly<Record<Length, readonly RaceRun[]>> = { quick: QUICK, long: LONG };

/** Runs the races one after the other on these databases; on the server where TEST_MONGODB_URI names one. */
export async function* raceAll(length: Length, databases: readonly Database[]): AsyncGenerator<Result> {
  const isThere = (database: Database): boolean => database === 'embedded' || Boolean(process.env['TEST_MONGODB_URI']);
  for (const database of databases.filter(isThere)) {
    const runs = RUNS[length].filter(({ only = database }) => only === database);
    for (const run of runs) yield raceOnce(run, database);
  }
  // A server is killed only where the environment gives one away for it.
  if (databases.includes('server') && length === 'long' && process.env['TEST_MONGODB_CRASH_URI'])
    yield raceOnce({ race: 'server-crash' }, 'server');
}

async function raceOnce(run: RaceRun, database: Database): Promise<Result> {
  const { race, figures = [] } = run;
  const name = [race, ...figures.filter((figure) => figure !== TWO)].join(' ');
  const started = performance.now();
  const { out, last, code } = await runApart(run, database);
  const seconds = (performance.now() - started) / 1_000;
  const where = { part: 'races', name, database, seconds } as const;
  const printed = read(out);
  if (printed === undefined) return { ...where, violations: [`${race} did not run (${code}): ${last}`] };
  const { rounds, kills, stalls, violations } = printed;
  // Scenes are not about refusals and do not count them.
  const refusals = kills === undefined && stalls === undefined ? printed.refusals : undefined;
  const leaks = violations.filter((violation) => SAYS_LEFT_BEHIND.test(violation)).length;
  return { ...where, rounds, kills, stalls, refusals, leaks, violations };
}

/**
 * How the races say that a seat was left behind: it belongs to a booking that did not confirm or is not there, it was
 * not free in time, or it could not be sold.
 */
const SAYS_LEFT_BEHIND = /rule 3: seat|is booked by nobody|seats of unconfirmed bookings|seats cannot be sold/;

/** How the runner ended: what it printed, its last words on stderr, its exit code. */
interface End {
  readonly out: string;
  readonly last: string;
  readonly code: number | null;
}

/** A life sign at least this often, in milliseconds. */
const SILENCE_MS = 55_000;

/** In a process of its own: a race starts servers and hooks, and leaves nothing behind in this one. */
async function runApart({ race, figures = [], rounds }: RaceRun, database: Database): Promise<End> {
  const played = rounds === undefined ? [] : [`rounds=${rounds[database]}`];
  const uri = database === 'server' ? process.env['TEST_MONGODB_URI'] : '';
  const child = spawn(
    process.execPath,
    ['--require', join(ROOT, 'apps/prove/register.cjs'), RUNNER, race, ...figures, ...played],
    { cwd: ROOT, env: { ...process.env, TEST_MONGODB_URI: uri }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const say = (line: string): void => console.log(`races: ${race} on ${database}: ${line}`);
  const [out, last, code] = await Promise.all([
    text(child.stdout),
    saidBy(child.stderr, say),
    new Promise<number | null>((resolve) => child.on('exit', resolve)),
  ]);
  return { out, last, code };
}

/** Passes on each line as it comes, and says so when none comes for long. @returns the last ones */
async function saidBy(stream: Readable, say: (line: string) => void): Promise<string> {
  const lines: string[] = [];
  const silence = setInterval(() => say('still under way'), SILENCE_MS);
  try {
    for await (const line of createInterface(stream)) {
      silence.refresh();
      say(line);
      lines.push(line);
    }
    return lines.slice(-10).join('\n');
  } finally {
    clearInterval(silence);
  }
}

/** The runner's last words are its figures, as JSON. */
function read(out: string): Printed | undefined {
  const begin = out.lastIndexOf('\n{\n') + 1;
  try {
    return JSON.parse(out.slice(begin)) as Printed;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
