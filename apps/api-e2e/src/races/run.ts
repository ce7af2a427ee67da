import { RACE_NAMES, RACES, type RaceName } from './index';

/** Runs one race from the command line: `run.ts <race> [name=value …]`; prints its result as JSON, fails on violations. */
async function main([name, ...settings]: readonly string[]): Promise<void> {
  if (!RACE_NAMES.some((race) => race === name))
    throw new Error(
      `usage: run <${RACE_NAMES.join('|')}> [rounds=… clients=… seats=… instances=… lease=… control=… database=…]`,
    );
  const given = new Map(settings.map((setting) => setting.split(/=(.*)/s).slice(0, 2) as [string, string]));
  const figure = (key: string): number | undefined => (given.has(key) ? Number(given.get(key)) : undefined);
  const arena = {
    databaseUri: given.get('database'),
    instances: figure('instances'),
    leaseSeconds: figure('lease'),
    control: given.get('control'),
  };
  const result = await RACES[name as RaceName](arena, {
    rounds: figure('rounds'),
    clients: figure('clients'),
    seats: figure('seats'),
  });
  console.log(JSON.stringify(result, null, 2));
  process.exitCode = result.violations.length > 0 ? 1 : 0;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
});
