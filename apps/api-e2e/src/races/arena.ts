import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Actor, admin, createShow, guest, seatIdsOf, type NewShow } from '../harness/actors';
import { ApiServer, type ServerStart, type ThreadFate } from '../harness/api-server';
import { openDatabase, type DatabaseKind, type TestDatabase } from '../harness/database';
import type { HttpClient } from '../harness/http';
import { findViolations, type Promises } from '../harness/invariants';
import { TcpProxy } from '../harness/tcp-proxy';
import { allOf, atMost, inParallel } from '../harness/until';

/** Instances of one database share the key of their sessions, as in production. */
const SESSION_SECRET = randomBytes(32).toString('hex');

/** Starting is the most expensive part of a scene: more starts at once than cores would only slow down the others. */
const inTurn = atMost(availableParallelism());

/** Where a race takes place. */
export interface ArenaFigures {
  /** A MongoDB server; undefined: TEST_MONGODB_URI if it is set, else the embedded engine. */
  readonly databaseUri?: string;
  /** Opens a database for the race, instead of the default. */
  readonly open?: () => Promise<TestDatabase>;
  /** What becomes of the thread of a database that the API carries itself. */
  readonly thread?: ThreadFate;
  /** API processes on the one database. Default 1. */
  readonly instances?: number;
  /** How many processes each of them consists of. */
  readonly processes?: number;
  /** One in so many of the messages between those processes is lost. */
  readonly losses?: number;
  readonly leaseSeconds?: number;
  /** Further variables of each server. */
  readonly env?: Readonly<Record<string, string>>;
  /** A guard to remove, as the preload names it. */
  readonly control?: string;
}

/** A server that reaches its database through a proxy. */
export interface Proxied {
  readonly proxy: TcpProxy;
  readonly server: ApiServer;
}

/** A show and the ids of its seats, in the order of its plan. */
export interface ShowWithSeats {
  readonly showId: string;
  readonly seatIds: readonly string[];
}

/** API processes on one fresh database, with people who can book. */
export class Arena {
  readonly database: TestDatabase;
  readonly servers: ApiServer[];
  private readonly figures: ArenaFigures;

  private constructor(database: TestDatabase, servers: ApiServer[], figures: ArenaFigures) {
    this.database = database;
    this.servers = servers;
    this.figures = figures;
  }

  static async open(figures: ArenaFigures = {}): Promise<Arena> {
    const database = await (figures.open ?? (() => openDatabase(figures.databaseUri)))();
    const arena = new Arena(database, [], figures);
    try {
      // One after the other: the first makes the indexes and the admin.
      for (let i = 0; i < (figures.instances ?? 1); i++) arena.servers.push(await arena.startServer({}));
      return arena;
    } catch (error) {
      await arena.close();
      throw error;
    }
  }

  get kind(): DatabaseKind {
    return this.database.kind;
  }

  get instances(): number {
    return this.servers.length;
  }

  /** The client of one of the servers; people spread over all of them. */
  http(index = 0): HttpClient {
    return (this.servers[index % this.servers.length] as ApiServer).http;
  }

  /** One more process on this database, which the caller ends. */
  async startServer(start: Omit<ServerStart, 'mongodbUri'>): Promise<ApiServer> {
    const { leaseSeconds, control, thread, processes, losses, env } = this.figures;
    const { uri, dataDir } = this.database;
    const lease: Record<string, string> = leaseSeconds === undefined ? {} : { LEASE_SECONDS: String(leaseSeconds) };
    const complete = {
      ...(dataDir === undefined ? { mongodbUri: uri } : { dataDir }),
      ...(control === undefined ? {} : { control }),
      ...(thread === undefined ? {} : { thread }),
      ...(processes === undefined ? {} : { processes }),
      ...(losses === undefined ? {} : { losses }),
      ...start,
      env: { SESSION_SECRET, DEMO: 'off', ...lease, ...env, ...start.env },
    };
    return inTurn(() => ApiServer.start(complete));
  }

  /** One more process, behind a proxy; both are closed whatever happens. */
  async behindProxy<T>(start: Omit<ServerStart, 'mongodbUri'>, body: (proxied: Proxied) => Promise<T>): Promise<T> {
    const { proxy, uri } = await TcpProxy.before(this.database.uri);
    try {
      const server = await this.startServer({ ...start, env: { ...start.env, MONGODB_URI: uri } });
      return await body({ proxy, server }).finally(() => server.kill());
    } finally {
      proxy.close();
    }
  }

  /** Signs in this many guests, spread over the servers. */
  async guests(count: number): Promise<Actor[]> {
    const places = Array.from({ length: count }, (_, index) => index);
    return inParallel(places, 32, (index) => guest(this.http(index), `Guest ${index}`));
  }

  async createShow(show: NewShow): Promise<ShowWithSeats> {
    const { id: showId } = await createShow(await admin(this.http()), show);
    return { showId, seatIds: await seatIdsOf(this.http(), showId) };
  }

  /** The five rules over the whole database. */
  violations(promises: Promises = {}): Promise<readonly string[]> {
    return findViolations(this.database.db, promises);
  }

  async close(): Promise<void> {
    try {
      await allOf(this.servers.map((server) => server.kill()));
    } finally {
      await this.database.close();
    }
  }
}

/** Runs the body in a fresh arena, which is closed whatever happens. */
export async function inArena<T>(figures: ArenaFigures, body: (arena: Arena) => Promise<T>): Promise<T> {
  const arena = await Arena.open(figures);
  try {
    return await body(arena);
  } finally {
    await arena.close();
  }
}
