import { DynamicModule, Type } from '@nestjs/common';
import { getConnectionToken } from '@nestjs/mongoose';
import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import {
  configureHttp,
  CoreModule,
  DatabaseIndexes,
  httpAdapter,
  Jobs,
  Settings,
  SettingsModule,
} from '@modex/api-core';
import type { Connection } from 'mongoose';
import { CommandLog } from '../command-log';
import { freshDatabase } from '../fresh-database';
import { JobsByHand } from '../jobs-by-hand';
import { TestClient } from '../test-client';

/** What a test may say about the API it starts; everything has a default. */
export interface TestApiOptions {
  readonly settings?: Partial<Settings>;
  /** Further modules, such as one with a controller of the test. */
  readonly imports?: readonly (Type | DynamicModule)[];
  /** What is served beside the API, such as the site. */
  readonly serve?: (app: NestFastifyApplication) => Promise<void>;
}

/** The running API: its application and settings, and what removes its database. */
interface RunningApi {
  readonly app: NestFastifyApplication;
  readonly settings: Settings;
  readonly dropDatabase: () => Promise<void>;
}

type Collection = 'account_links' | 'bookings' | 'mails' | 'seats' | 'sessions' | 'shows' | 'ticket_keys' | 'users';

/** Rooms of the API, running on a database of their own. Their jobs run only when a test says so. */
export class CoreApi extends TestClient {
  readonly settings: Settings;
  /** The commands that the API sends to the database, for tests that count them. */
  readonly commands: CommandLog;

  constructor(private readonly running: RunningApi) {
    super(running.app);
    this.settings = running.settings;
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
  stored(collection: Collection) {
    return this.connection.collection(collection);
  }

  /** Documents of a collection. */
  async count(collection: Collection): Promise<number> {
    return this.stored(collection).countDocuments();
  }

  objectId(id: string) {
    return this.connection.base.Types.ObjectId.createFromHexString(id);
  }

  /** One round of every job, the sweeps among them, now. */
  async sweep(): Promise<void> {
    await this.app.get(Jobs as Type<JobsByHand>).run();
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.running.dropDatabase();
  }
}

/** The modules of this room and of those below it. */
export const ROOMS: readonly Type[] = [CoreModule];

export const startTestApi = startOf(CoreApi, ROOMS);

export type TestApi = CoreApi;

/** How a test starts these rooms: on a fresh database, with the same wiring and HTTP rules as the real start. */
export function startOf<Api extends CoreApi>(
  Room: new (running: RunningApi) => Api,
  rooms: readonly Type[],
): (options?: TestApiOptions) => Promise<Api> {
  return async ({ settings = {}, imports = [], serve } = {}) => {
    const database = await freshDatabase();
    const all = { ...DEFAULTS, mongodbUri: database.uri, ...settings };
    try {
      const app = await compose(all, [...rooms, ...imports], serve);
      return new Room({ app, settings: all, dropDatabase: () => database.drop() });
    } catch (error) {
      await database.drop();
      throw error;
    }
  };
}

async function compose(
  settings: Settings,
  modules: readonly (Type | DynamicModule)[],
  serve: TestApiOptions['serve'],
): Promise<NestFastifyApplication> {
  const module = await Test.createTestingModule({ imports: [SettingsModule.of(settings), ...modules] })
    .overrideProvider(Jobs)
    .useClass(JobsByHand)
    .compile();
  const options = { bodyParser: false, logger: false } as const;
  const app = module.createNestApplication<NestFastifyApplication>(httpAdapter(settings), options);
  try {
    await configureHttp(app, settings);
    await serve?.(app);
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
  redisUrl: undefined,
  leaseSeconds: 30,
  maxSeatsPerBooking: 10,
  holds: { seconds: 600, maxSeconds: 1_800, pauseSeconds: 60, anonymousPerNetwork: 40 },
  share: { index: 0, of: 1 },
  maxViewers: 5_000,
  sessionSecret: 'a secret that only tests know, of 32 or more',
  publicUrl: undefined,
  host: '127.0.0.1',
  trustedProxies: undefined,
  mail: undefined,
  rateLimits: false,
  venueTimeZone: 'Europe/Berlin',
  apiDocs: 'off',
  admin: { email: 'admin@example.org', password: 'curtain up at eight' },
};
