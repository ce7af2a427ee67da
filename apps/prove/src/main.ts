import { parseArgs } from 'node:util';
import { Logger } from '@nestjs/common';
import { prove } from './prove';
import { replaySchedule } from './report/replay';

const { values } = parseArgs({
  options: {
    replay: { type: 'string' },
    long: { type: 'boolean', default: false },
    seed: { type: 'string' },
    'no-races': { type: 'boolean', default: false },
  },
});

async function main(): Promise<boolean> {
  // A rollback that is left to the sweep says so in the log; here that happens a million times on purpose.
  Logger.overrideLogger(false);
  if (values.replay === undefined) {
    return prove({
      isLong: values.long,
      withRaces: !values['no-races'],
      seed: Number(values.seed ?? Date.now() % 1e6),
    });
  }
  const { lines, broken } = await replaySchedule(values.replay);
  for (const line of lines) console.log(line);
  return broken === undefined;
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
