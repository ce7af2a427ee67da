import { spawn, type ChildProcess } from 'node:child_process';
import { until, within } from './until';
import { NODE, WORKSPACE } from './workspace';

/** How a process ended: by itself with a code, or by a signal. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** What to start: Node's arguments, and the whole environment besides PATH. */
export interface ChildStart {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const running = new Set<ChildProcess>();
// Jest never emits this, since its tests see a process object of their own: there the starter of a child must end it.
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** A Node process of our own, with all it has said. */
export class Child {
  readonly exit: Promise<Exit>;
  private readonly process: ChildProcess;
  private said = '';
  private complained = '';
  private ended: Exit | undefined;

  constructor({ args, env }: ChildStart) {
    this.process = spawn(NODE, args, {
      cwd: WORKSPACE,
      env: { PATH: process.env['PATH'] ?? '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(this.process);
    this.process.stdout?.on('data', (text: Buffer) => (this.said += text.toString()));
    this.process.stderr?.on('data', (text: Buffer) => (this.complained += text.toString()));
    this.exit = new Promise((resolve) =>
      this.process.once('close', (code, signal) => {
        running.delete(this.process);
        this.ended = { code, signal };
        resolve(this.ended);
      }),
    );
  }

  get pid(): number {
    return this.process.pid as number;
  }

  get stdout(): string {
    return this.said;
  }

  get stderr(): string {
    return this.complained;
  }

  /** How it ended; undefined while it runs. */
  get end(): Exit | undefined {
    return this.ended;
  }

  /** Waits until it has said something that matches. @returns the first group */
  async saying(pattern: RegExp, limitMs: number): Promise<string> {
    const match = await until(`"${pattern.source}" from a process`, limitMs, () => {
      if (this.ended !== undefined) throw new Error(`The process has ended: ${this.said}${this.complained}`);
      return pattern.exec(this.said)?.[1];
    });
    return match;
  }

  signal(signal: NodeJS.Signals): void {
    this.process.kill(signal);
  }

  /** Sends the signal and waits for the end. */
  async stop(signal: NodeJS.Signals, limitMs = 15_000): Promise<Exit> {
    if (this.ended === undefined) this.process.kill(signal);
    return within(`the end of process ${this.pid} after ${signal}`, limitMs, this.exit);
  }

  /** Ends it at once, also when it is paused. */
  async kill(): Promise<Exit> {
    return this.stop('SIGKILL');
  }
}
