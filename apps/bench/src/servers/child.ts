import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** What to start: Node's arguments, and the environment besides PATH. */
export interface Program {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** How it says on stdout where it is to be found. */
  readonly address: RegExp;
}

/** A program that runs. */
export interface Running {
  readonly address: string;
  readonly pid: number;
  /** Ends it and waits until it has ended. */
  stop(): Promise<void>;
}

const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** Starts a Node program and waits until it says its address. What it complains of is seen. @throws when it ends before */
export async function start({ args, env, address: pattern }: Program): Promise<Running> {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = pattern.exec(said)?.[0];
      if (found === undefined) return;
      child.stdout.removeAllListeners('data').resume();
      resolve(found);
    });
    child.once('exit', (code) => {
      running.delete(child);
      reject(new Error(`${args.join(' ')} ended with ${code}`));
    });
  });
  return { address, pid: child.pid as number, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
