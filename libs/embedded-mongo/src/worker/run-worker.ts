import { parentPort, workerData } from 'node:worker_threads';
import { EXIT_STORAGE_FAILED, startEmbeddedMongo, type EmbeddedMongo } from '../server/start';
import { StorageFault } from '../storage/storage-fault';
import type { Report, Request, WorkerOptions } from './messages';

const report = (message: Report): void => parentPort?.postMessage(message);

async function run(options: WorkerOptions): Promise<void> {
  const running = await startEmbeddedMongo({ ...options, onFatal: end });
  parentPort?.on('message', (request: Request) => void answer(running, request));
  report({ kind: 'ready', uri: running.uri, socketPath: running.socketPath, port: running.port });
}

async function answer(running: EmbeddedMongo, request: Request): Promise<void> {
  if (request.kind === 'stats') return report({ kind: 'stats', id: request.id, stats: running.stats() });
  await running.close();
  parentPort?.close();
}

/** In a worker this ends the thread, not the process: the parent learns of it and decides. */
function end(fault: StorageFault): void {
  report({ kind: 'fatal', message: fault.message });
  process.exit(EXIT_STORAGE_FAILED);
}

/**
 * The body of the thread in which the database runs, away from the application's event loop. The file that the parent
 * names as `workerFile` calls it and does nothing else.
 */
export function runEmbeddedMongoWorker(): void {
  run(workerData as WorkerOptions).catch((error: unknown) => {
    const reason = error instanceof StorageFault ? error.reason : 'other';
    report({ kind: 'refused', reason, message: error instanceof Error ? error.message : String(error) });
    parentPort?.close();
  });
}
