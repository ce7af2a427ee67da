import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { storageFault, StorageFault } from './storage-fault';

/**
 * `full`: a reply is sent when its write is on the disk; nothing acknowledged is lost when the machine fails.
 * `normal`: a crash of the process loses nothing, a power failure may lose the last seconds.
 */
export const DURABILITIES = ['full', 'normal'] as const;
export type Durability = (typeof DURABILITIES)[number];

/** Where the data live: a folder, or memory for tests. */
export type Place = { readonly path: string } | { readonly memory: true };

/** Name of the SQLite file inside the data folder. */
export const DATABASE_FILE = 'embedded-mongo.sqlite';

/** Layout of the tables; a file with a newer one is refused rather than guessed at. */
export const SCHEMA_VERSION = 1;

/** The log flows into the file when it has this many pages (16 MB). */
export const LOG_PAGES = 4000;

/** Marks a file as ours ("Mdx1"), so that a foreign SQLite file is never written to. */
const APPLICATION_ID = 0x4d647831;

/** The file of a place, as shown in messages. */
export function databaseFile(place: Place): string {
  return 'path' in place ? join(place.path, DATABASE_FILE) : ':memory:';
}

/**
 * Opens or creates the SQLite file of a place and takes its exclusive lock.
 * @throws StorageFault `in-use`, `newer-schema`, `not-ours`, `corrupt` or `io`
 */
export function openDatabaseFile(place: Place, durability: Durability): DatabaseSync {
  const file = databaseFile(place);
  if ('path' in place) mkdirSync(place.path, { recursive: true, mode: 0o700 });
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { timeout: 0 });
    configure(database, durability, 'path' in place);
    checkSchema(database, file);
    if ('path' in place) chmodSync(file, 0o600);
    return database;
  } catch (error) {
    database?.close();
    throw error instanceof StorageFault ? error : (storageFault(error, file) ?? error);
  }
}

function configure(database: DatabaseSync, durability: Durability, onDisk: boolean): void {
  // The lock comes first: with EXCLUSIVE it is taken by the first read and kept until the file is closed.
  if (onDisk) {
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    database.exec('PRAGMA journal_mode = WAL');
    database.exec(`PRAGMA synchronous = ${durability === 'full' ? 'FULL' : 'NORMAL'}`);
    database.exec(`PRAGMA wal_autocheckpoint = ${LOG_PAGES}`);
    database.exec('PRAGMA journal_size_limit = 67108864');
    database.exec('BEGIN IMMEDIATE');
    database.exec('COMMIT');
    // What a log holds is written to the file itself before anything is added. After a failed sync the system may show
    // pages of the log that never reached the disk; what is acknowledged later must not stand behind them.
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }
  database.exec('PRAGMA cache_size = -131072');
  database.exec('PRAGMA temp_store = MEMORY');
}

function checkSchema(database: DatabaseSync, file: string): void {
  const version = pragma(database, 'user_version');
  const application = pragma(database, 'application_id');
  if (version === 0 && application === 0 && isEmpty(database)) return createSchema(database);
  if (application !== APPLICATION_ID) {
    throw new StorageFault('not-ours', `${file} is an SQLite file of another program; it is left untouched.`);
  }
  if (version > SCHEMA_VERSION) {
    const versions = `schema ${version}, this version reads up to ${SCHEMA_VERSION}`;
    throw new StorageFault('newer-schema', `${file} was written by a newer version (${versions}).`);
  }
}

function createSchema(database: DatabaseSync): void {
  database.exec('BEGIN IMMEDIATE');
  database.exec('CREATE TABLE catalog (id INTEGER PRIMARY KEY, entry BLOB NOT NULL)');
  database.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
  database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
  database.exec('COMMIT');
}

function isEmpty(database: DatabaseSync): boolean {
  return database.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.['n'] === 0;
}

function pragma(database: DatabaseSync, name: string): number {
  return Number(Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0]);
}
