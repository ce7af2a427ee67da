import { Module } from '@nestjs/common';
import { MongooseModule, type MongooseModuleFactoryOptions } from '@nestjs/mongoose';
import { Settings } from '../settings';
import { breakEndedSockets, watchSockets } from './ended-sockets';

/**
 * The connection that all rooms share. A request waits at most 1.5 s for a server that cannot be reached, and up to ten
 * seconds for its turn at one that can: if a thousand want the same seat, each gets an answer.
 */
@Module({ imports: [MongooseModule.forRootAsync({ inject: [Settings], useFactory: connectionTo })] })
export class DatabaseModule {}

/** How the connection is made. */
export function connectionTo({ mongodbUri }: Pick<Settings, 'mongodbUri'>): MongooseModuleFactoryOptions {
  watchSockets();
  return {
    uri: mongodbUri,
    onConnectionCreate: breakEndedSockets,
    serverSelectionTimeoutMS: 1_500,
    // Longer than a request waits: with a slow database the next request can use the connection.
    connectTimeoutMS: 5_000,
    waitQueueTimeoutMS: 10_000,
    socketTimeoutMS: 10_000,
    maxPoolSize: 64,
    // What DatabaseWatchdog listens to.
    monitorCommands: true,
    bufferCommands: false,
    autoIndex: false,
    autoCreate: false,
    // The database may be starting at the same time: four attempts, eight seconds in all.
    retryAttempts: 4,
    retryDelay: 500,
    appName: 'modex',
  };
}
