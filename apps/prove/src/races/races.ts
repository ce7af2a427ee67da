import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Result } from '../report/result';

const ROOT = join(__dirname, '../../../..');
const RUNNER = 'apps/api-e2e/src/races/run.ts';

/** A race of real servers over HTTP, with its figures as the runner takes them. */
interface RaceRun {
  readonly race: string;
  readonly figures: readonly string[];
}

/** What the runner prints. */
interface Printed {
  readonly rounds: number;
  readonly refusals: number;
  readonly violations: readonly string[];
  readonly seconds: number;
}

const QUICK: readonly RaceRun[] = [
  { race: 'one-seat', figures: ['rounds=3', 'clients=200', 'instances=2'] },
  { race: 'crossed-pairs', figures: ['rounds=200', 'instances=2'] },
  { race: 'kills', figures: ['lease=2'] },
];

/** Left out on a server unless there is time: they wait for many leases. */
const EMBEDDED_FIRST: readonly string[] = ['kills'];

const LONG: readonly RaceRun[] = [
  { race: 'one-seat', figures: ['rounds=10', 'clients=1000', 'instances=2'] },
  { race: 'crossed-pairs', figures: ['rounds=2000', 'instances=2'] },
  { race: 'overlapping-fours', figures: ['rounds=500', 'instances=2'] },
  { race: 'sell-out', figures: ['instances=2'] },
  { race: 'kills', figures: ['lease=2'] },
  { race: 'stalls', figures: ['lease=2'] },
  { race: 'faults', figures: [] },
  { race: 'database-crash', figures: [] },
];

/** Runs the races one after the other: on the embedded database, and on the server of TEST_MONGODB_URI when there is one. */
export async function* raceAll(isLong: boolean): AsyncGenerator<Result> {
  const server = process.env['TEST_MONGODB_URI'];
  for (const uri of server ? [undefined, server] : [undefined]) {
    for (const run of isLong ? LONG : QUICK) {
      if (uri === undefined || isLong || !EMBEDDED_FIRST.includes(run.race)) yield raceOnce(run, uri);
    }
  }
}

/** In a process of its own: a race starts servers and hooks, and leaves nothing behind in this one. */
async function raceOnce({ race, figures }: RaceRun, uri: string | undefined): Promise<Result> {
  const started = performance.now();
  const args = ['--require', join(ROOT, 'apps/prove/register.cjs'), RUNNER, race, ...figures];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, TEST_MONGODB_URI: uri ?? '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.on('exit', resolve)),
  ]);
  const found = read(out) ?? {
    rounds: 0,
    refusals: 0,
    violations: [`${race} did not run (${code}): ${err.slice(-500)}`],
  };
  return {
    part: 'races',
    name: race,
    database: uri === undefined ? 'embedded' : 'server',
    rounds: found.rounds,
    refusals: found.refusals,
    ...(race === 'kills' && { kills: found.rounds }),
    violations: found.violations,
    seconds: (performance.now() - started) / 1_000,
  };
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
