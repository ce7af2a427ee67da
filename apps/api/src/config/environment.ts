import { bool, cleanEnv, EnvError, host, makeValidator, str, url } from 'envalid';
import { StartError } from '../start/start-error';

/** From the fewest words to the most; each level includes those before it. */
export const LOG_LEVELS = ['error', 'warn', 'log', 'debug', 'verbose'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The environment, checked. What is undefined was not given. */
export interface Environment {
  readonly port: number;
  readonly host: string;
  /** A MongoDB server; undefined: the embedded database. */
  readonly mongodbUri: string | undefined;
  readonly dataDir: string;
  readonly adminEmail: string | undefined;
  readonly adminPassword: string | undefined;
  readonly sessionSecret: string | undefined;
  readonly publicUrl: string | undefined;
  readonly logLevel: LogLevel;
  readonly leaseSeconds: number;
  readonly maxSeatsPerBooking: number;
  /** Example shows in an empty embedded database. */
  readonly demo: boolean;
}

const secret = makeValidator((value: string) => {
  if (value.length < 32) throw new EnvError('needs at least 32 characters');
  return value;
});
const password = makeValidator((value: string) => {
  if (value.length < 10) throw new EnvError('needs at least 10 characters');
  return value;
});
const email = makeValidator((value: string) => {
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value)) throw new EnvError('is not an e-mail address');
  return value.toLowerCase();
});
const wholeNumber = (min: number, max: number) =>
  makeValidator((value: string) => {
    const parsed = Number(value);
    if (!Number.isInteger(parsed) || parsed < min || parsed > max) {
      throw new EnvError(`must be a whole number from ${min} to ${max}`);
    }
    return parsed;
  });
/** A connection string; a missing database name becomes `modex`. */
const mongodbUri = makeValidator((value: string) => {
  const match = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/([^?]*))?(\?.*)?$/.exec(value);
  if (!match) throw new EnvError('must look like mongodb://host:27017/modex');
  return `${match[1]}/${match[2] || 'modex'}${match[3] ?? ''}`;
});

/**
 * Reads and checks the environment.
 * @throws StartError naming every bad value in one line
 */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const production = variables['NODE_ENV'] === 'production';
  const env = cleanEnv(
    variables,
    {
      PORT: wholeNumber(0, 65_535)({ default: 3000 }),
      HOST: host({ default: '127.0.0.1' }),
      MONGODB_URI: mongodbUri({ default: undefined }),
      DATA_DIR: str({ default: '.data' }),
      ADMIN_EMAIL: email({ default: undefined }),
      ADMIN_PASSWORD: password({ default: undefined }),
      SESSION_SECRET: production ? secret() : secret({ default: undefined }),
      PUBLIC_URL: url({ default: undefined }),
      LOG_LEVEL: str({ choices: LOG_LEVELS, default: 'warn' }),
      LEASE_SECONDS: wholeNumber(1, 600)({ default: 30 }),
      MAX_SEATS_PER_BOOKING: wholeNumber(1, 100)({ default: 10 }),
      DEMO: bool({ default: true }),
    },
    { reporter: ({ errors }) => refuse(errors) },
  );
  return {
    port: env.PORT,
    host: env.HOST,
    mongodbUri: env.MONGODB_URI,
    dataDir: env.DATA_DIR,
    adminEmail: env.ADMIN_EMAIL,
    adminPassword: env.ADMIN_PASSWORD,
    sessionSecret: env.SESSION_SECRET,
    publicUrl: env.PUBLIC_URL,
    logLevel: env.LOG_LEVEL,
    leaseSeconds: env.LEASE_SECONDS,
    maxSeatsPerBooking: env.MAX_SEATS_PER_BOOKING,
    demo: env.DEMO,
  };
}

function refuse(errors: Readonly<Record<string, Error | undefined>>): void {
  const bad = Object.entries(errors).map(([name, error]) => `${name} ${error?.message || 'is missing'}`);
  if (bad.length > 0) throw new StartError(`The environment is not valid: ${bad.join('; ')}.`);
}
