import { readEnvironment } from './config/environment';
import { RunningModex, startModex } from './start/start';
import { StartError } from './start/start-error';
import type { StopSignal } from './start/stop';

/** Counted from the signal; an orchestrator kills after ten seconds. In milliseconds. */
const LAST_MOMENT_MS = 9_000;

const say = (line: string): void => console.log(line);

async function main(): Promise<void> {
  const running = await startModex(readEnvironment(), say);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(running, signal));
}

/** Ends within ten seconds, even if the database does not answer; the sweep later handles what was not stored. */
async function stop(running: RunningModex, signal: StopSignal): Promise<void> {
  say('\n  Closing …');
  setTimeout(() => process.exit(0), LAST_MOMENT_MS).unref();
  await running.stop(signal);
  process.exit(0);
}

main().catch((error: unknown) => {
  console.error(error instanceof StartError ? `\n  ${error.message}\n` : error);
  process.exit(1);
});
