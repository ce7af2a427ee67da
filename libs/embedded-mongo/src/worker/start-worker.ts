import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EmbeddedMongoStats } from '../server/start';
import { StorageFault } from '../storage/storage-fault';
import type { Report, Request, WorkerOptions } from './messages';

/** The built file beside this one, once this is built. */
const WORKER_FILE = join(__dirname, 'worker.js');

/** Options of a database in a worker thread; `workerFile`: another file that calls runEmbeddedMongoWorker. */
export type EmbeddedMongoWorkerOptions = WorkerOptions & { readonly workerFile?: string | URL };

/** How the thread ended. `isExpected`: after close(). */
export interface WorkerEnd {
  readonly isExpected: boolean;
  readonly exitCode: number;
  /** One line for the operator when it ended by itself. */
  readonly message: string;
}

/** A database that runs in a worker thread. */
export interface EmbeddedMongoWorker {
  readonly uri: string;
  readonly socketPath: string;
  readonly port: number | undefined;
  /** Settles when the thread is gone. Without close() before it, the application has lost its database. */
  readonly ended: Promise<WorkerEnd>;
  close(): Promise<void>;
  stats(): Promise<EmbeddedMongoStats>;
}

/**
 * Starts the database in a worker thread, so that neither it nor the application waits for the other's event loop.
 * @throws StorageFault as startEmbeddedMongo, Error when the worker cannot be started
 */
export async function startEmbeddedMongoWorker(options: EmbeddedMongoWorkerOptions): Promise<EmbeddedMongoWorker> {
  const { workerFile = WORKER_FILE, ...workerData } = options;
  const worker = new Worker(workerFile, { workerData });
  const running = new RunningWorker(worker);
  await running.ready;
  return running;
}

class RunningWorker implements EmbeddedMongoWorker {
  uri = '';
  socketPath = '';
  port: number | undefined;
  readonly ready: Promise<void>;
  readonly ended: Promise<WorkerEnd>;
  private isClosing = false;
  private message = 'The embedded database has ended.';
  private lastRequest = 0;

  constructor(private readonly worker: Worker) {
    this.ready = new Promise((resolve, reject) => {
      worker.on('message', (report: Report) => this.take(report, resolve, reject));
      worker.once('error', (error: Error) => this.fail(error, reject));
      worker.once('exit', () => reject(new Error(this.message)));
    });
    this.ended = new Promise((resolve) => {
      worker.once('exit', (exitCode) => resolve({ isExpected: this.isClosing, exitCode, message: this.message }));
    });
  }

  async close(): Promise<void> {
    this.isClosing = true;
    this.send({ kind: 'close' });
    await this.ended;
  }

  async stats(): Promise<EmbeddedMongoStats> {
    const id = ++this.lastRequest;
    const answer = new Promise<EmbeddedMongoStats>((resolve, reject) => {
      const take = (report: Report): void => {
        if (report.kind !== 'stats' || report.id !== id) return;
        this.worker.off('message', take);
        resolve(report.stats);
      };
      this.worker.on('message', take);
      void this.ended.then(({ message }) => reject(new Error(message)));
    });
    this.send({ kind: 'stats', id });
    return answer;
  }

  private take(report: Report, resolve: () => void, reject: (error: Error) => void): void {
    if (report.kind === 'ready') {
      ({ uri: this.uri, socketPath: this.socketPath, port: this.port } = report);
      resolve();
    } else if (report.kind === 'fatal') {
      this.message = report.message;
    } else if (report.kind === 'refused') {
      const { reason, message } = report;
      reject(reason === 'other' ? new Error(message) : new StorageFault(reason, message));
    }
  }

  private fail(error: Error, reject: (error: Error) => void): void {
    this.message = `The embedded database has failed: ${error.message}.`;
    reject(error);
  }

  private send(request: Request): void {
    this.worker.postMessage(request);
  }
}
