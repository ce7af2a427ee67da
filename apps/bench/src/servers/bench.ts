import { join } from 'node:path';
import type { Db } from 'mongodb';
import { Client } from '../load/client';
import { start } from './child';
import { copyDocuments, copyIndexes } from './copies';
import type { Database } from './database';
import { ask, type Session } from './modex-api';
import { ADMIN, modexProgram, otherProgram } from './programs';
import { isModex, type ModexName, type Owner, OWNERS, ownerOf, type Server, type ServerName } from './server';

/** Customers who book in turn: a session that a server remembered would be worth little, as in a real sale. */
const CUSTOMERS = 100;

/** Where the files of a bench are. */
export interface BenchFolders {
  readonly files: string;
  /** For a profile of Modex's processor time; undefined for none. */
  readonly profile: string | undefined;
}

/** A database with the servers that work on it; each is started when a case first asks for it. */
export class Bench {
  private readonly servers = new Map<ServerName, Promise<Server>>();
  private signedIn: Promise<readonly Session[]> | undefined;
  private readonly prepared = new Map<Owner, Promise<void>>();

  constructor(
    readonly database: Database,
    private readonly folders: BenchFolders,
  ) {}

  /** The server of this name, started, with the people and indexes of Modex. */
  async server(name: ServerName): Promise<Server> {
    return this.started(name);
  }

  dbOf(owner: Owner): Db {
    return this.database.client.db(nameOf(owner));
  }

  /** Guests who are signed in; every server knows their sessions. */
  async customers(): Promise<readonly Session[]> {
    const { client } = await this.started('modex');
    this.signedIn ??= Promise.all(
      Array.from({ length: CUSTOMERS }, (_, at) =>
        ask<Session>(client, '/auth/guest', {
          body: { name: `Customer ${at + 1}`, email: `customer${at}@example.org` },
        }),
      ),
    );
    return this.signedIn;
  }

  async admin(): Promise<Session> {
    return ask(await this.started('modex').then(({ client }) => client), '/auth/login', { body: ADMIN });
  }

  async close(): Promise<void> {
    for (const server of this.servers.values()) await (await server).stop();
    for (const owner of OWNERS) await this.dbOf(owner).dropDatabase();
    await this.database.close();
  }

  private started(name: ServerName): Promise<Server> {
    const known = this.servers.get(name) ?? this.start(name);
    this.servers.set(name, known);
    return known;
  }

  private async start(name: ServerName): Promise<Server> {
    const owner = ownerOf(name);
    const mongodbUri = this.database.uriOf(nameOf(owner));
    if (owner !== 'modex') await this.prepare(owner);
    const program = isModex(name)
      ? modexProgram(name, { mongodbUri, folder: join(this.folders.files, name), profile: this.profileOf(name) })
      : otherProgram(name, mongodbUri, (await this.started('modex')).address);
    const { address, pid, stop } = await start(program);
    const client = new Client(address);
    return { name, address, pid, client, db: this.dbOf(owner), warmth: new Map(), stop };
  }

  /** A profile is that of one process. */
  private profileOf(name: ModexName): string | undefined {
    return name === 'modex' ? this.folders.profile : undefined;
  }

  /** People and, but for the literal server, which makes its own, indexes. */
  private prepare(owner: Exclude<Owner, 'modex'>): Promise<void> {
    const copy = { from: this.dbOf('modex'), to: this.dbOf(owner), owner };
    const work = async (): Promise<void> => {
      await this.customers();
      if (owner === 'floor') await copyIndexes(copy);
      for (const collection of ['users', 'sessions']) await copyDocuments(copy, collection);
    };
    const known = this.prepared.get(owner) ?? work();
    this.prepared.set(owner, known);
    return known;
  }
}

function nameOf(owner: Owner): string {
  return `bench_${process.pid}_${owner}`;
}
