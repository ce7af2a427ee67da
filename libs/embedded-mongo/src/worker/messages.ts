import type { EmbeddedMongoOptions, EmbeddedMongoStats } from '../server/start';
import type { StorageFault } from '../storage/storage-fault';

/** What can be told to a worker: everything but functions. */
export type WorkerOptions = Omit<EmbeddedMongoOptions, 'onFatal' | 'log'> &
  ({ readonly path: string } | { readonly memory: true });

/** From the parent to the worker. */
export type Request = { readonly kind: 'close' } | { readonly kind: 'stats'; readonly id: number };

/** From the worker to the parent. */
export type Report =
  | { readonly kind: 'ready'; readonly uri: string; readonly socketPath: string; readonly port: number | undefined }
  | { readonly kind: 'refused'; readonly reason: StorageFault['reason'] | 'other'; readonly message: string }
  | { readonly kind: 'stats'; readonly id: number; readonly stats: EmbeddedMongoStats }
  | { readonly kind: 'fatal'; readonly message: string };
