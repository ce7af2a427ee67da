import { parseArgs } from 'node:util';
import { backup } from './backup';
import { CLI_OPTIONS, type CliOptions } from './cli-options';
import { migrate } from './migrate';
import { restore } from './restore';
import { serve } from './serve';

const USAGE = `Usage:
  embedded-mongo --path <folder> [--port <port>] [--database <name>] [--durability full|normal]
  embedded-mongo backup --path <folder> --to <file>
  embedded-mongo restore --path <folder> --from <file>
  embedded-mongo migrate --path <folder> --to <mongodb://...>
`;

/** What each command does with its options; the answer is the exit code. */
const COMMANDS: Readonly<Record<string, (options: CliOptions) => Promise<number>>> = {
  serve,
  backup,
  restore,
  migrate,
};

/** Runs the command line; sets the process's exit code: 0, 1 for a failure, 64 for wrong usage. */
export async function runEmbeddedMongoCli(argv: readonly string[]): Promise<void> {
  try {
    process.exitCode = await runCommand(argv);
  } catch (error) {
    process.stderr.write(`embedded-mongo: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

async function runCommand(argv: readonly string[]): Promise<number> {
  const options = Object.fromEntries(CLI_OPTIONS.map((name) => [name, { type: 'string' as const }]));
  const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
  const command = COMMANDS[positionals[0] ?? 'serve'];
  if (!command || positionals.length > 1 || !values['path']) {
    process.stderr.write(USAGE);
    return 64;
  }
  return command(values as CliOptions);
}
