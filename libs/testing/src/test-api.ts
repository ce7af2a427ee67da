import { getConnectionToken } from '@nestjs/mongoose';
import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { DynamicModule, Type } from '@nestjs/common';
import { AccountService, AccountsModule } from '@modex/api-accounts';
import { AdminModule, AdminService } from '@modex/api-admin';
import { BookingsModule } from '@modex/api-bookings';
import {
  configureHttp,
  CoreModule,
  DatabaseIndexes,
  httpAdapter,
  Settings,
  SettingsModule,
  Sweeper,
} from '@modex/api-core';
import { SeatsModule } from '@modex/api-seats';
import { ShowsModule } from '@modex/api-shows';
import { seatIdAt } from '@modex/domain';
import type { Connection } from 'mongoose';
import { freshDatabase } from './fresh-database';
import { CommandLog } from './command-log';
import { SweepByHand } from './sweep-by-hand';
import { TestClient, TestReply } from './test-client';
import { NewTestShow, TestShow, testShow } from './test-show';

/** All rooms of the API, as the shell composes them. */
const ALL_ROOMS = [CoreModule, AccountsModule, ShowsModule, SeatsModule, BookingsModule, AdminModule] as const;

/** What a test may say about the API it starts; everything has a default. */
export interface TestApiOptions {
  readonly settings?: Partial<Settings>;
  /** Further modules, such as one with a controller of the test. */
  readonly imports?: readonly (Type | DynamicModule)[];
}

/** A person with a session. */
export interface SignedInUser {
  readonly userId: string;
  readonly token: string;
}

/** The API, running on a database of its own. Its sweep runs only when a test says so. */
export class TestApi extends TestClient {
  /** The commands that the API sends to the database, for tests that count them. */
  readonly commands: CommandLog;
  private guests = 0;

  constructor(
    app: NestFastifyApplication,
    readonly settings: Settings,
    private readonly dropDatabase: () => Promise<void>,
  ) {
    super(app);
    this.commands = new CommandLog(this.connection);
  }

  /** The provider of a room: `api.find(BookingService)`. */
  find<T>(token: Type<T> | (abstract new (...args: never[]) => T)): T {
    return this.app.get<T>(token as Type<T>, { strict: false });
  }

  get connection(): Connection {
    return this.app.get<Connection>(getConnectionToken());
  }

  /** Documents as they are stored. */
  stored(collection: 'bookings' | 'seats' | 'sessions' | 'shows' | 'users') {
    return this.connection.collection(collection);
  }

  /** A new guest. */
  async guest(): Promise<SignedInUser> {
    const name = `Guest ${++this.guests}`;
    const { body } = await this.post('/api/auth/guest', { body: { name, email: `guest${this.guests}@example.org` } });
    return { userId: body.userId, token: body.token };
  }

  /** The admin of the settings. */
  async admin(): Promise<SignedInUser> {
    const { email, password } = this.settings.admin;
    const accounts = this.find(AccountService);
    await accounts.ensureAdmin(email, password);
    const { user, token } = await accounts.login(email, password, '127.0.0.1');
    return { userId: user.id, token };
  }

  /** A show on sale with its seats; by default next year and with 10 seats. */
  async show(wanted: NewTestShow = {}): Promise<TestShow> {
    const { show } = await this.find(AdminService).create(testShow(wanted));
    const seatIds = Array.from({ length: show.totalSeats }, (_, place) => seatIdAt(show.seatPrefix, place));
    return { id: show.id, seatIds };
  }

  /** Lets the show have started an hour ago, by the database's clock. The API knows within a second. */
  async startShow({ id }: TestShow): Promise<void> {
    await this.stored('shows').updateOne({ _id: this.objectId(id) }, [
      { $set: { start_time: { $subtract: ['$$NOW', 3_600_000] } } },
    ]);
  }

  /** Asks for the seats in the buyer's own name. */
  async book(
    buyer: SignedInUser,
    show: TestShow,
    { seatIds, key }: { readonly seatIds: readonly string[]; readonly key?: string },
  ): Promise<TestReply> {
    return this.post(`/api/shows/${show.id}/book`, {
      token: buyer.token,
      body: { seatIds, userId: buyer.userId },
      ...(key !== undefined && { headers: { 'idempotency-key': key } }),
    });
  }

  /** The stored statuses of a show's seats, in layout order. */
  async seatStatuses({ id }: TestShow): Promise<readonly string[]> {
    const seats = this.stored('seats').find({ show_id: this.objectId(id) });
    return (await seats.sort({ _id: 1 }).toArray()).map((seat) => String(seat['status']));
  }

  /** The stored bookings of a show, the first one first. */
  async bookingsOf({ id }: TestShow) {
    return this.stored('bookings')
      .find({ show_id: this.objectId(id) })
      .sort({ created_at: 1, _id: 1 })
      .toArray();
  }

  /** Ends the leases of a show's pending bookings `inMs` from now, by the database's clock. */
  async endLeases({ id }: TestShow, inMs = -1_000): Promise<void> {
    const end = { $add: ['$$NOW', inMs] };
    await this.stored('bookings').updateMany({ show_id: this.objectId(id), status: 'PENDING' }, [
      { $set: { lease_until: end, sweep_at: end } },
    ]);
  }

  /** Documents of a collection. */
  async count(collection: 'bookings' | 'seats' | 'sessions' | 'shows' | 'users'): Promise<number> {
    return this.stored(collection).countDocuments();
  }

  /** One round of the sweep, now. */
  async sweep(): Promise<void> {
    await this.app.get(Sweeper as Type<SweepByHand>).sweep();
  }

  objectId(id: string) {
    return this.connection.base.Types.ObjectId.createFromHexString(id);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.dropDatabase();
  }
}

/** Starts all rooms of the API on a fresh database, with the same wiring and HTTP rules as the real start. */
export async function startTestApi({ settings = {}, imports = [] }: TestApiOptions = {}): Promise<TestApi> {
  const database = await freshDatabase();
  const all = { ...DEFAULTS, mongodbUri: database.uri, ...settings };
  try {
    const app = await composeApp(all, imports);
    return new TestApi(app, all, () => database.drop());
  } catch (error) {
    await database.drop();
    throw error;
  }
}

async function composeApp(
  settings: Settings,
  imports: readonly (Type | DynamicModule)[],
): Promise<NestFastifyApplication> {
  const module = await Test.createTestingModule({ imports: [SettingsModule.of(settings), ...ALL_ROOMS, ...imports] })
    .overrideProvider(Sweeper)
    .useClass(SweepByHand)
    .compile();
  const options = { bodyParser: false, logger: false } as const;
  const app = module.createNestApplication<NestFastifyApplication>(httpAdapter(settings), options);
  try {
    await configureHttp(app, settings);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    await app.get(DatabaseIndexes).ensure();
  } catch (error) {
    await app.close();
    throw error;
  }
  return app;
}

const DEFAULTS: Omit<Settings, 'mongodbUri'> = {
  leaseSeconds: 30,
  maxSeatsPerBooking: 10,
  sessionSecret: 'a secret that only tests know, of 32 or more',
  publicUrl: undefined,
  admin: { email: 'admin@example.org', password: 'curtain up at eight' },
};
