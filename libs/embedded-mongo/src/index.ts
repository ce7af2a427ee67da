export {
  startEmbeddedMongo,
  type EmbeddedMongo,
  type EmbeddedMongoOptions,
  type EmbeddedMongoStats,
} from './server/start';
export {
  startEmbeddedMongoWorker,
  type EmbeddedMongoWorker,
  type EmbeddedMongoWorkerOptions,
  type WorkerEnd,
} from './worker/start-worker';
export { keepEmbeddedMongoWorker, type KeptWorkerOptions, type WorkerRestart } from './worker/keep-worker';
export { runEmbeddedMongoWorker } from './worker/run-worker';
export { runEmbeddedMongoCli } from './cli/run-cli';
export { DURABILITIES, type Durability } from './storage/database-file';
export { StorageFault } from './storage/storage-fault';
