import type { EmbeddedMongoStats } from '../server/start';
import { messageOf } from '../storage/storage-fault';
import {
  startEmbeddedMongoWorker,
  type EmbeddedMongoWorker,
  type EmbeddedMongoWorkerOptions,
  type WorkerEnd,
} from './start-worker';

/** A life of the thread that is shorter than this, in milliseconds, is a short one. */
const SHORT_LIFE_MS = 2_000;
/** After this many short lives in a row the trouble will not go away by itself. */
export const MOST_SHORT_LIVES = 5;

/** The thread ended by itself and runs again, on the same file and at the same address. */
export interface WorkerRestart {
  /** Why the thread before had ended, in one line. */
  readonly cause: string;
  /** From that end until clients are served again, in milliseconds. */
  readonly ms: number;
}

/** How to keep a database running. Not for one in memory: what comes back there would be empty. */
export type KeptWorkerOptions = EmbeddedMongoWorkerOptions & {
  readonly path: string;
  /** Called after each restart. */
  readonly restarted: (restart: WorkerRestart) => void;
};

/**
 * Starts the database in a worker thread and starts the thread again when it ends by itself. What was acknowledged is
 * in the file; connections break, and drivers connect again to the same address. SQLite's file and its lock belong to
 * the thread: both are given back before its end is told, even when its last COMMIT has failed.
 *
 * `ended` settles after close(), or when it is given up: the thread cannot be started, or dies again and again.
 * @throws StorageFault as startEmbeddedMongo, Error when the worker cannot be started at first
 */
export async function keepEmbeddedMongoWorker(options: KeptWorkerOptions): Promise<EmbeddedMongoWorker> {
  const { restarted, ...start } = options;
  return new KeptWorker(await startEmbeddedMongoWorker(start), start, restarted);
}

class KeptWorker implements EmbeddedMongoWorker {
  readonly uri: string;
  readonly socketPath: string;
  readonly port: number | undefined;
  readonly ended: Promise<WorkerEnd>;
  private running: Promise<EmbeddedMongoWorker>;
  private isClosing = false;

  constructor(
    first: EmbeddedMongoWorker,
    private readonly start: EmbeddedMongoWorkerOptions,
    private readonly restarted: KeptWorkerOptions['restarted'],
  ) {
    ({ uri: this.uri, socketPath: this.socketPath, port: this.port } = first);
    this.running = Promise.resolve(first);
    this.ended = this.keep(first);
  }

  async close(): Promise<void> {
    this.isClosing = true;
    const worker = await this.running.catch(() => undefined);
    await worker?.close();
    await this.ended;
  }

  async stats(): Promise<EmbeddedMongoStats> {
    return (await this.running).stats();
  }

  /** Waits for the end of each thread and starts the next one. @returns the end that is final */
  private async keep(first: EmbeddedMongoWorker): Promise<WorkerEnd> {
    let worker = first;
    let shortLives = 0;
    for (;;) {
      const startedAt = performance.now();
      const end = await worker.ended;
      if (end.isExpected || this.isClosing) return { ...end, isExpected: true };
      const endedAt = performance.now();
      shortLives = endedAt - startedAt < SHORT_LIFE_MS ? shortLives + 1 : 0;
      if (shortLives === MOST_SHORT_LIVES) return givenUp(end, `It was started ${shortLives} times and ended at once.`);
      try {
        worker = await this.startAgain();
      } catch (error) {
        if (this.isClosing) return { ...end, isExpected: true };
        return givenUp(end, `It cannot be started again: ${messageOf(error)}`);
      }
      this.restarted({ cause: end.message, ms: Math.round(performance.now() - endedAt) });
    }
  }

  /** At the same address: the socket's follows from the folder, a port that was chosen freely is asked for by name. */
  private startAgain(): Promise<EmbeddedMongoWorker> {
    const { port } = this;
    this.running = startEmbeddedMongoWorker(port === undefined ? this.start : { ...this.start, port });
    return this.running;
  }
}

function givenUp(end: WorkerEnd, why: string): WorkerEnd {
  return { ...end, message: `${end.message} ${why}` };
}
