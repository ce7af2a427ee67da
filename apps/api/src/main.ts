import { readEnvironment } from './config/environment';
import { RunningModex, startModex } from './start/start';
import { StartError } from './start/start-error';

const say = (line: string): void => console.log(line);

async function main(): Promise<void> {
  const running = await startModex(readEnvironment(), say);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(running));
}

async function stop(running: RunningModex): Promise<void> {
  process.exitCode = 0;
  say('\n  Closing …');
  await running.stop();
  process.exit();
}

main().catch((error: unknown) => {
  console.error(error instanceof StartError ? `\n  ${error.message}\n` : error);
  process.exit(1);
});
