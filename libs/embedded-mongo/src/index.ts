export {
  startEmbeddedMongo,
  type EmbeddedMongo,
  type EmbeddedMongoOptions,
  type EmbeddedMongoStats,
} from './server/start';
export { DURABILITIES, type Durability } from './storage/database-file';
export { StorageFault } from './storage/storage-fault';
