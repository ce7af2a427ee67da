import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { dirname } from 'node:path';
import { Dispatcher } from '../command/dispatcher';
import { expireDocuments } from '../command/expire';
import type { Durability, Place } from '../storage/database-file';
import { Store } from '../storage/store';
import type { StorageFault } from '../storage/storage-fault';
import { Connection } from '../wire/connection';
import { connectionString, defaultSocketPath, prepareSocket, protectSocket } from './address';
import { Engine } from './engine';
import { Scheduler } from './scheduler';

/** How to start the database. */
export type EmbeddedMongoOptions = Place & {
  /** Default `full`. */
  readonly durability?: Durability;
  /** Listen on 127.0.0.1 as well, on this port (0: any free one). Any user of the machine may then connect. */
  readonly port?: number;
  /** Default: in the data folder. */
  readonly socketPath?: string;
  /** The database named in `uri`. Default `test`, as with every MongoDB. */
  readonly database?: string;
  /** The most bytes the file may take; writes beyond it fail with 14031, as on a full disk. Default: no limit. */
  readonly maxBytes?: number;
  /** How often expired documents are looked for. Default one minute, as in MongoDB. */
  readonly expireEveryMs?: number;
  /**
   * Called once when a commit has failed: what reached the disk is unknown and nothing is acknowledged any more.
   * Default: one line on stderr, then the process ends with code 74.
   */
  readonly onFatal?: (fault: StorageFault) => void;
  /** Takes one line about trouble that clients cannot see. Default: stderr. */
  readonly log?: (line: string) => void;
};

/** A running database. */
export interface EmbeddedMongo {
  /** A complete `mongodb://` connection string: of the port when there is one, else of the socket. */
  readonly uri: string;
  readonly socketPath: string;
  readonly port: number | undefined;
  /** Ends all connections and closes the file; what was acknowledged is in it. */
  close(): Promise<void>;
  stats(): EmbeddedMongoStats;
}

/** Counters since the start. */
export interface EmbeddedMongoStats {
  readonly connections: number;
  readonly commands: Readonly<Record<string, number>>;
  /** Batches of commands, and how many of them had to be committed: writes per commit is the gain of group commit. */
  readonly batches: number;
  readonly commits: number;
  readonly openCursors: number;
  readonly pendingCommands: number;
}

/** The exit code after a failed commit: EX_IOERR. */
export const EXIT_STORAGE_FAILED = 74;

const MAINTENANCE_MS = 60_000;

/**
 * Starts the database in the calling thread.
 * @throws StorageFault when the file is in use, damaged, of a newer version or not ours
 */
export async function startEmbeddedMongo(options: EmbeddedMongoOptions): Promise<EmbeddedMongo> {
  const running = new RunningServer(options);
  await running.listen();
  return running;
}

class RunningServer implements EmbeddedMongo {
  readonly socketPath: string;
  port: number | undefined;
  private readonly store: Store;
  private readonly engine: Engine;
  private readonly scheduler: Scheduler;
  private readonly dispatcher: Dispatcher;
  private readonly servers: Server[] = [];
  private readonly connections = new Set<Connection>();
  private readonly maintenance: NodeJS.Timeout;
  private readonly log: (line: string) => void;

  constructor(private readonly options: EmbeddedMongoOptions) {
    const { durability = 'full', onFatal = exitProcess, expireEveryMs = MAINTENANCE_MS } = options;
    this.log = options.log ?? ((line) => process.stderr.write(`embedded-mongo: ${line}\n`));
    this.socketPath = options.socketPath ?? defaultSocketPath(options);
    this.store = new Store(options, durability);
    if (options.maxBytes !== undefined) this.store.limitBytes(options.maxBytes);
    this.engine = new Engine(this.store);
    this.scheduler = new Scheduler(this.store, { rolledBack: () => this.engine.recover(), fatal: onFatal });
    this.dispatcher = new Dispatcher(this.engine, this.scheduler, this.log);
    this.maintenance = setInterval(() => this.maintain(), expireEveryMs).unref();
  }

  async listen(): Promise<void> {
    try {
      prepareSocket(this.socketPath);
      await this.listenOn({ path: this.socketPath }, true);
      protectSocket(this.socketPath);
      if (this.options.port === undefined) return;
      const server = await this.listenOn({ port: this.options.port, host: '127.0.0.1' }, false);
      const address = server.address();
      this.port = typeof address === 'object' && address ? address.port : undefined;
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  get uri(): string {
    const { port, socketPath } = this;
    return connectionString(port === undefined ? { socketPath } : { port }, this.options.database ?? 'test');
  }

  stats(): EmbeddedMongoStats {
    return {
      connections: this.connections.size,
      commands: this.dispatcher.commandCounts,
      batches: this.scheduler.batches,
      commits: this.store.commits,
      openCursors: this.engine.cursors.size,
      pendingCommands: this.scheduler.pending,
    };
  }

  async close(): Promise<void> {
    clearInterval(this.maintenance);
    this.scheduler.stop();
    const closed = this.servers.map((server) => new Promise((resolve) => server.close(resolve)));
    for (const connection of this.connections) connection.close();
    await Promise.all(closed);
    this.store.rollback();
    this.store.close();
    rmSync(this.socketPath, { force: true });
    if (!('path' in this.options) && !this.options.socketPath) rmSync(dirname(this.socketPath), { recursive: true });
  }

  private listenOn(address: { path: string } | { port: number; host: string }, isUnixSocket: boolean): Promise<Server> {
    const server = createServer((socket) => {
      const connection = new Connection(socket, this.dispatcher.dispatch, isUnixSocket);
      this.connections.add(connection);
      socket.once('close', () => this.connections.delete(connection));
    });
    this.servers.push(server);
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(address, () => resolve(server));
    });
  }

  private maintain(): void {
    this.engine.cursors.removeIdle(Date.now());
    const done = (outcome: object) => {
      if ('error' in outcome) this.log(`expired documents could not be removed: ${String(outcome.error)}`);
    };
    this.scheduler.submit({ task: expireDocuments(this.engine.catalog, new Date()), done });
  }
}

function exitProcess(fault: StorageFault): void {
  process.stderr.write(`embedded-mongo: ${fault.message} Nothing more can be acknowledged; ending.\n`);
  process.exit(EXIT_STORAGE_FAILED);
}
