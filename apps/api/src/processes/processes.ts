import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { isProcessMessage } from '@modex/api-core';
import { RateLimiterClusterMaster } from 'rate-limiter-flexible';
import { ProcessPart, writePart } from '../config/process-part';
import type { StopSignal } from '../start/stop';
import { isOpenReport, OpenReport, StopRequest } from './reports';

/** A life that is shorter than this, in milliseconds, is a short one. */
const SHORT_LIFE_MS = 10_000;
/** Pause before the next life for each short one in a row, and the longest pause; in milliseconds. */
const [PAUSE_MS, LONGEST_PAUSE_MS] = [1_000, 10_000];

/** What all processes of a start have in common. */
export interface ProcessesStart {
  readonly count: number;
  readonly port: number;
  readonly databaseUri: string;
  readonly makesDemo: boolean;
}

/**
 * The processes that serve, all on one port. The first prepares the database, then the others begin; one that ends by itself
 * is started again. This process serves nothing itself: it passes messages on and has the counts of the rate limits.
 */
export class Processes {
  private readonly logger = new Logger('Processes');
  private readonly workers: Worker[] = [];
  private readonly kept: Promise<void>[] = [];
  private port: number;
  private readonly stopping = new AbortController();

  constructor(private readonly start: ProcessesStart) {
    this.port = start.port;
    new RateLimiterClusterMaster();
    cluster.on('message', (from, message) => {
      if (isProcessMessage(message)) for (const other of this.others(from)) other.send(message, () => undefined);
    });
  }

  /** Starts them all. @returns the address of the site @throws Error when one of them ends before it listens */
  async open(): Promise<string> {
    const { port, address } = await this.begin(0);
    this.port = port;
    await Promise.all(Array.from({ length: this.start.count - 1 }, (_, before) => this.begin(before + 1)));
    return address;
  }

  get pids(): readonly number[] {
    return this.workers.map(pidOf);
  }

  /** Tells them all to finish, and waits for their ends. */
  async stop(signal: StopSignal): Promise<void> {
    this.stopping.abort();
    for (const worker of this.workers) {
      worker.send({ kind: 'modex-stop', signal } satisfies StopRequest, () => undefined);
    }
    await Promise.all(this.kept);
  }

  private async begin(index: number): Promise<OpenReport> {
    const worker = this.fork(index);
    const report = await opened(worker);
    this.kept.push(this.keep(index));
    return report;
  }

  /** Starts a process again whenever it ends, until all stop. */
  private async keep(index: number): Promise<void> {
    for (let shortLives = 0; ;) {
      const worker = this.workers[index] as Worker;
      const began = performance.now();
      const how = await ended(worker);
      if (this.stopping.signal.aborted) return;
      shortLives = performance.now() - began < SHORT_LIFE_MS ? shortLives + 1 : 0;
      this.logger.error(`Process ${index + 1} (pid ${pidOf(worker)}) has ended (${how}); it is started again.`);
      const wait = Math.min(shortLives * PAUSE_MS, LONGEST_PAUSE_MS);
      await pause(wait, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      if (this.stopping.signal.aborted) return;
      const next = this.fork(index);
      const serves = (): void => this.logger.warn(`Process ${index + 1} serves again (pid ${pidOf(next)}).`);
      void opened(next).then(serves, () => undefined);
    }
  }

  private fork(index: number): Worker {
    const { count, databaseUri, makesDemo } = this.start;
    const isFirst = index === 0 && this.workers.length === 0;
    const part: ProcessPart = { index, of: count, port: this.port, makesDemo: makesDemo && isFirst };
    const worker = cluster.fork({ ...writePart(part), MONGODB_URI: databaseUri });
    // What was to be sent to a process that has just ended.
    worker.on('error', () => undefined);
    this.workers[index] = worker;
    return worker;
  }

  private others(from: Worker): readonly Worker[] {
    return this.workers.filter((worker) => worker !== from && worker.isConnected());
  }
}

function pidOf(worker: Worker): number {
  return worker.process.pid as number;
}

/** Waits until it listens. @throws Error when it ends before, which it has explained itself */
async function opened(worker: Worker): Promise<OpenReport> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message) => isOpenReport(message) && resolve(message));
    void ended(worker).then((how) => reject(new ProcessEnded(how)));
  });
}

/** @returns how it ended: a code or a signal */
async function ended(worker: Worker): Promise<string> {
  if (worker.isDead()) return 'at once';
  const [code, signal] = (await once(worker, 'exit')) as [number | null, string | null];
  return signal ?? `code ${code}`;
}

/** A process ended before it listened; it has told why. */
export class ProcessEnded extends Error {}
