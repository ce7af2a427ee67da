import { parseArgs } from 'node:util';
import { StartError } from '../start/start-error';

/**
 * The environment with what the command line says: `--processes N`.
 * @throws StartError for anything else, in one line
 */
export function withArguments(args: readonly string[], variables = process.env): NodeJS.ProcessEnv {
  const processes = readProcesses(args);
  return processes === undefined ? variables : { ...variables, PROCESSES: processes };
}

function readProcesses(args: readonly string[]): string | undefined {
  try {
    return parseArgs({ args: [...args], options: { processes: { type: 'string' } } }).values.processes;
  } catch (error) {
    throw new StartError(
      `The command line is not valid: ${(error as Error).message} The only option is --processes N.`,
    );
  }
}
