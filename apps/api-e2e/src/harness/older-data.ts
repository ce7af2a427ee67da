import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerStart } from './api-server';
import { openDatabase, openEngineOn, type TestDatabase } from './database';
import { newFolder, NODE, removeFolder, WORKSPACE } from './workspace';

const FIXTURES = join(WORKSPACE, 'apps/api-e2e/fixtures');
const ON_SERVER = (process.env['TEST_MONGODB_URI'] ?? '') !== '';

/** What stands in the data folder of an earlier version. */
export interface OlderData {
  readonly shows: readonly { readonly id: string; readonly title: string; readonly total: number }[];
  readonly bookings: readonly OlderBooking[];
  readonly people: readonly {
    readonly email: string;
    readonly token: string;
    readonly userId: string;
    readonly registered: boolean;
  }[];
}

export interface OlderBooking {
  readonly id: string;
  /** Index of its customer among the people. */
  readonly person: number;
  readonly showId: string;
  readonly seats: readonly NamedSeat[];
  /** Seats that were given back while the rest of the booking stayed. */
  readonly returnedSeats: readonly NamedSeat[];
  readonly status: string;
}

/** A seat by its name in full. */
interface NamedSeat {
  readonly id: string;
  readonly name: string;
}

/** A seat as its version told it: until seats had sections, it had no name in full. */
interface SeatAsTold {
  readonly id: string;
  readonly rowNumber: string;
  readonly seatNumber: number;
}

interface DataAsTold extends Omit<OlderData, 'bookings'> {
  readonly bookings: readonly (Omit<OlderBooking, 'seats' | 'returnedSeats'> & {
    readonly seats: readonly SeatAsTold[];
    readonly returnedSeats?: readonly SeatAsTold[];
  })[];
}

/** A copy of an earlier version's data, and how to start a server on it. */
export interface OpenOlderData {
  readonly start: ServerStart;
  close(): Promise<void>;
}

/** What the data folder of this commit holds. */
export function readOlderData(commit: string): OlderData {
  const told = JSON.parse(readFileSync(join(FIXTURES, `${commit}.json`), 'utf8')) as DataAsTold;
  const bookings = told.bookings.map(({ seats, returnedSeats = [], ...booking }) => ({
    ...booking,
    seats: seats.map(named),
    returnedSeats: returnedSeats.map(named),
  }));
  return { ...told, bookings };
}

function named({ id, rowNumber, seatNumber }: SeatAsTold): NamedSeat {
  return { id, name: `Row ${rowNumber}, seat ${seatNumber}` };
}

/** What the environment says to a server on the data of an earlier version. */
export const OLDER_ENV = {
  DEMO: 'off',
  SESSION_SECRET: 'f'.repeat(40),
  ADMIN_EMAIL: 'owner@example.com',
  ADMIN_PASSWORD: 'correct-horse-battery-9',
} as const;

/**
 * The data of this commit, as if they had been written today: in a folder for the embedded database, or moved to the
 * server of TEST_MONGODB_URI when that is set.
 */
export async function openOlderData(commit: string): Promise<OpenOlderData> {
  const { folder, dataDir } = await unpack(commit);
  const database = ON_SERVER ? await moveToServer(dataDir) : undefined;
  return {
    start: { dataDir, env: OLDER_ENV, ...(database && { mongodbUri: database.uri }) },
    close: async () => {
      await database?.close();
      removeFolder(folder);
    },
  };
}

/** The same data in a database that several servers can share. */
export async function openOlderDatabase(commit: string): Promise<TestDatabase> {
  const { folder, dataDir } = await unpack(commit);
  const database = ON_SERVER ? await moveToServer(dataDir) : await openEngineOn(join(dataDir, 'database'));
  const close = async (): Promise<void> => {
    await database.close();
    removeFolder(folder);
  };
  return { ...database, close };
}

async function unpack(commit: string): Promise<{ folder: string; dataDir: string }> {
  const folder = newFolder();
  execFileSync('tar', ['-xzf', join(FIXTURES, `${commit}-data.tgz`), '-C', folder]);
  const dataDir = join(folder, 'data');
  await bringSessionsUpToDate(join(dataDir, 'database'));
  return { folder, dataDir };
}

/** A session would have ended by now: all of them are moved on by the age of the data. */
async function bringSessionsUpToDate(path: string): Promise<void> {
  const engine = await openEngineOn(path);
  try {
    const sessions = engine.db.collection('sessions');
    const [newest] = await sessions.find().sort({ created_at: -1 }).limit(1).toArray();
    const age = Date.now() - (newest?.['created_at'] as Date).getTime();
    const later = (field: string) => ({ $add: [field, age] });
    await sessions.updateMany({}, [{ $set: { created_at: later('$created_at'), expires_at: later('$expires_at') } }]);
  } finally {
    await engine.close();
  }
}

async function moveToServer(dataDir: string): Promise<TestDatabase> {
  const database = await openDatabase();
  const main = join(WORKSPACE, 'libs/embedded-mongo/dist/cli.js');
  const args = [main, 'migrate', '--path', join(dataDir, 'database'), '--to', database.uri];
  execFileSync(NODE, args, { stdio: 'pipe' });
  return database;
}
