import cluster from 'node:cluster';
import { withArguments } from './config/arguments';
import { readEnvironment } from './config/environment';
import { isStopRequest } from './processes/reports';
import { ProcessEnded } from './processes/processes';
import { startOneProcess, startProcesses } from './processes/start-processes';
import { RunningModex, startModex } from './start/start';
import { StartError } from './start/start-error';
import type { StopSignal } from './start/stop';

/** Counted from the signal; an orchestrator kills after ten seconds. In milliseconds. */
const LAST_MOMENT_MS = 9_000;
/** The process that made others waits for them a little longer. */
const LAST_OF_ALL_MS = 9_500;

const say = (line: string): void => console.log(line);

async function main(): Promise<void> {
  const env = readEnvironment(withArguments(process.argv.slice(2)));
  if (cluster.isWorker) return serveAsOneOf(startOneProcess(env, say));
  const running = await (env.processes > 1 ? startProcesses(env, say) : startModex(env, say));
  const limitMs = env.processes > 1 ? LAST_OF_ALL_MS : LAST_MOMENT_MS;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      say('\n  Closing …');
      void stop(running, signal, limitMs);
    });
  }
}

/**
 * One of several processes. It finishes when the one that made it says so, also when it has not yet started; a terminal sends
 * Ctrl-C to all of them, so here it means nothing.
 */
async function serveAsOneOf(starting: Promise<RunningModex>): Promise<void> {
  let isStopping = false;
  const finish = (signal: StopSignal): void => {
    if (isStopping) return;
    isStopping = true;
    void starting.then((running) => stop(running, signal, LAST_MOMENT_MS));
    setTimeout(() => process.exit(0), LAST_MOMENT_MS).unref();
  };
  process.on('message', (message) => isStopRequest(message) && finish(message.signal));
  process.on('SIGTERM', () => finish('SIGTERM'));
  process.on('SIGINT', () => undefined);
  await starting;
}

/** Ends within ten seconds, even if the database does not answer; the sweep later handles what was not stored. */
async function stop(running: RunningModex, signal: StopSignal, limitMs: number): Promise<void> {
  setTimeout(() => process.exit(0), limitMs).unref();
  await running.stop(signal);
  process.exit(0);
}

main().catch((error: unknown) => {
  // One of several processes has told why itself.
  if (!(error instanceof ProcessEnded)) console.error(error instanceof StartError ? `\n  ${error.message}\n` : error);
  process.exit(1);
});
