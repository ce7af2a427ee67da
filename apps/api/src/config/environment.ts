import { BlockList, isIP } from 'node:net';
import { bool, cleanEnv, EnvError, EnvMissingError, makeValidator, str } from 'envalid';
import { HoldSettings, MailAddress, MailSettings, readTimeZone, TrustedProxies } from '@modex/api-core';
import { cleanText, PASSWORD_WORDS, passwordFault, readEmail, textFault } from '@modex/domain';
import { StartError } from '../start/start-error';

/** From the fewest words to the most; each level includes those before it. */
export const LOG_LEVELS = ['error', 'warn', 'log', 'debug', 'verbose'] as const;
/** Who may open the explorer of the API: everybody, admins, nobody. */
const API_DOCS = ['on', 'admin', 'off'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The environment, checked. What is undefined was not given. */
export interface Environment {
  readonly port: number;
  readonly host: string;
  /** A MongoDB server; undefined: the embedded database. */
  readonly mongodbUri: string | undefined;
  /** Optional. */
  readonly redisUrl: string | undefined;
  readonly dataDir: string;
  readonly adminEmail: string | undefined;
  readonly adminPassword: string | undefined;
  readonly sessionSecret: string | undefined;
  readonly publicUrl: string | undefined;
  readonly trustedProxies: TrustedProxies;
  /** How mail is sent; undefined: it is not. */
  readonly mail: MailSettings | undefined;
  /** Whether rate limits apply. */
  readonly rateLimits: boolean;
  readonly apiDocs: (typeof API_DOCS)[number];
  readonly logLevel: LogLevel;
  readonly leaseSeconds: number;
  readonly maxSeatsPerBooking: number;
  /** How long holds keep their seats. */
  readonly holds: HoldSettings;
  /** How many processes serve; 1: this one. */
  readonly processes: number;
  /** How many may watch at once. */
  readonly maxViewers: number;
  /** The time zone of shows that name none; the server's unless given. */
  readonly venueTimeZone: string;
  /** Example shows in an empty embedded database. */
  readonly demo: boolean;
}

const MOST_HOPS = 10;

const secret = makeValidator((value: string) => {
  if (value.length < 32) throw new EnvError('needs at least 32 characters');
  return value;
});
const password = makeValidator((value: string) => {
  const fault = passwordFault(value);
  if (fault !== undefined) throw new EnvError(`will not do: ${PASSWORD_WORDS[fault].replace(/\.$/, '')}`);
  return value;
});
const email = makeValidator((value: string) => {
  const read = readEmail(value);
  if (read === undefined) throw new EnvError('is not an e-mail address');
  return read.text;
});
/** An address of this machine or its name; a value that looks like an address must be a valid one. */
const host = makeValidator((value: string) => {
  const isName = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(value);
  if (isIP(value) === 0 && !isName) throw new EnvError('is neither an IP address nor the name of a machine');
  return value;
});
/** The address under which people reach the site: only scheme, host and port, without a slash at the end. */
const origin = makeValidator((value: string) => {
  const parsed = URL.canParse(value) ? new URL(value) : undefined;
  const isOrigin = parsed !== undefined && ['http:', 'https:'].includes(parsed.protocol) && parsed.username === '';
  if (!isOrigin || parsed.href !== `${parsed.origin}/`) {
    throw new EnvError('must look like https://tickets.example.org, without a path');
  }
  return parsed.origin;
});
const wholeNumber = (min: number, max: number) =>
  makeValidator((value: string) => {
    const parsed = readDigits(value);
    if (parsed === undefined || parsed < min || parsed > max) {
      throw new EnvError(`must be a whole number from ${min} to ${max}`);
    }
    return parsed;
  });
const timeZone = makeValidator((value: string) => {
  const zone = readTimeZone(value);
  if (zone === undefined) throw new EnvError('must be the name of a time zone, such as Europe/Berlin');
  return zone;
});
/** Proxies in front: how many, or which; never all, since then anybody could claim any address. */
const proxies = makeValidator<TrustedProxies>((value: string) => {
  const hops = readDigits(value);
  if (hops !== undefined && hops >= 1 && hops <= MOST_HOPS) return hops;
  const networks = value.split(',').map((network) => network.trim());
  if (networks.every(isNetwork)) return networks;
  throw new EnvError(
    `must be the number of proxies in front (1 to ${MOST_HOPS}), or their addresses and networks: 10.0.0.5, 172.16.0.0/12`,
  );
});
/** A connection string; a missing database name becomes `modex`. */
const mongodbUri = makeValidator((value: string) => {
  const match = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/([^?]*))?(\?.*)?$/.exec(value);
  if (!match) throw new EnvError('must look like mongodb://host:27017/modex');
  return `${match[1]}/${match[2] || 'modex'}${match[3] ?? ''}`;
});

const redisUrl = makeValidator((value: string) => {
  const parsed = URL.canParse(value) ? new URL(value) : undefined;
  const isServer = parsed !== undefined && ['redis:', 'rediss:'].includes(parsed.protocol) && parsed.hostname !== '';
  if (!isServer || !/^(\/\d{0,3})?$/.test(parsed.pathname)) throw new EnvError('must look like redis://host:6379/0');
  return value;
});

const smtpUrl = makeValidator((value: string) => {
  const parsed = URL.canParse(value) ? new URL(value) : undefined;
  const isServer = parsed !== undefined && ['smtp:', 'smtps:'].includes(parsed.protocol) && parsed.hostname !== '';
  const isBare = /^\/?$/.test(parsed?.pathname ?? '') && parsed?.search === '' && parsed.hash === '';
  if (!isServer || !isBare || (parsed.password !== '' && parsed.username === '')) {
    throw new EnvError('must look like smtp://user:password@mail.example.org:587, or smtps:// for TLS from the start');
  }
  return value;
});

/** Whom mail comes from: an address, or a name with the address in angle brackets. */
const mailFrom = makeValidator<MailAddress>((value: string) => {
  const [, name = '', typed = value] = /^([^<>]*)<([^<>]*)>\s*$/.exec(value) ?? [];
  const address = readEmail(typed)?.text;
  const clean = cleanText('personName', name.replace(/^\s*"(.*)"\s*$/, '$1'));
  if (address === undefined || (clean !== '' && textFault('personName', clean) !== undefined)) {
    throw new EnvError('must look like tickets@example.org, or Town Theatre <tickets@example.org>');
  }
  return { name: clean, address };
});

/** A number in plain digits. Other forms that JavaScript accepts, such as an empty string, are refused. */
function readDigits(text: string): number | undefined {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined;
}

/** An address, or a network that is less than all addresses. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  if (bits === undefined) return true;
  const size = readDigits(bits);
  return size !== undefined && size >= 1 && size <= (version === 4 ? 32 : 128) && !hasAllOfIPv4(address, size, version);
}

/** Written as IPv6, all of IPv4 is a network like any other. */
function hasAllOfIPv4(address: string, bits: number, version: number): boolean {
  if (version === 4) return false;
  const network = new BlockList();
  network.addSubnet(address, bits, 'ipv6');
  return ['::ffff:0.0.0.1', '::ffff:255.255.255.254'].every((one) => network.check(one, 'ipv6'));
}

/** How each variable is read, and what it is when it is not given. */
function variablesOf(production: boolean) {
  return {
    PORT: wholeNumber(0, 65_535)({ default: 3000 }),
    HOST: host({ default: '127.0.0.1' }),
    MONGODB_URI: mongodbUri({ default: undefined }),
    REDIS_URL: redisUrl({ default: undefined }),
    DATA_DIR: str({ default: '.data' }),
    ADMIN_EMAIL: email({ default: undefined }),
    ADMIN_PASSWORD: password({ default: undefined }),
    SESSION_SECRET: production ? secret() : secret({ default: undefined }),
    PUBLIC_URL: origin({ default: undefined }),
    SMTP_URL: smtpUrl({ default: undefined }),
    MAIL_FROM: mailFrom({ default: undefined }),
    TRUSTED_PROXIES: proxies({ default: undefined }),
    RATE_LIMITS: bool({ default: true }),
    API_DOCS: str({ choices: API_DOCS, default: production ? 'admin' : 'on' }),
    LOG_LEVEL: str({ choices: LOG_LEVELS, default: 'warn' }),
    LEASE_SECONDS: wholeNumber(1, 600)({ default: 30 }),
    MAX_SEATS_PER_BOOKING: wholeNumber(1, 100)({ default: 10 }),
    HOLD_SECONDS: wholeNumber(1, 3_600)({ default: 600 }),
    HOLD_MAX_SECONDS: wholeNumber(1, 86_400)({ default: 1_800 }),
    HOLD_PAUSE_SECONDS: wholeNumber(0, 3_600)({ default: 60 }),
    ANONYMOUS_HOLDS_PER_NETWORK: wholeNumber(0, 100_000)({ default: 40 }),
    PROCESSES: wholeNumber(1, 64)({ default: 1 }),
    MAX_VIEWERS: wholeNumber(0, 100_000)({ default: 5_000 }),
    VENUE_TIME_ZONE: timeZone({ default: serverTimeZone() }),
    DEMO: bool({ default: true }),
  };
}

/**
 * Reads and checks the environment.
 * @throws StartError naming every bad value in one line
 */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const env = cleanEnv(variables, variablesOf(variables['NODE_ENV'] === 'production'), {
    reporter: ({ errors }) => refuse(errors),
  });
  return {
    port: env.PORT,
    host: env.HOST,
    mongodbUri: env.MONGODB_URI,
    redisUrl: env.REDIS_URL,
    dataDir: env.DATA_DIR,
    adminEmail: env.ADMIN_EMAIL,
    adminPassword: env.ADMIN_PASSWORD,
    sessionSecret: env.SESSION_SECRET,
    publicUrl: env.PUBLIC_URL,
    trustedProxies: env.TRUSTED_PROXIES,
    mail: mailOf(env.SMTP_URL, env.MAIL_FROM),
    rateLimits: env.RATE_LIMITS,
    apiDocs: env.API_DOCS,
    logLevel: env.LOG_LEVEL,
    leaseSeconds: env.LEASE_SECONDS,
    maxSeatsPerBooking: env.MAX_SEATS_PER_BOOKING,
    holds: {
      seconds: env.HOLD_SECONDS,
      maxSeconds: env.HOLD_MAX_SECONDS,
      pauseSeconds: env.HOLD_PAUSE_SECONDS,
      anonymousPerNetwork: env.ANONYMOUS_HOLDS_PER_NETWORK,
    },
    processes: env.PROCESSES,
    maxViewers: env.MAX_VIEWERS,
    venueTimeZone: env.VENUE_TIME_ZONE,
    demo: env.DEMO,
  };
}

/** A sender without a server is no mistake: mail is written, and waits in the admin area. */
function mailOf(smtpUrl: string | undefined, from: MailAddress | undefined): MailSettings | undefined {
  if (smtpUrl === undefined) return undefined;
  if (from === undefined) {
    throw new StartError(
      'The environment is not valid: SMTP_URL needs MAIL_FROM, the address that mail comes from, such as tickets@example.org.',
    );
  }
  return { smtpUrl, from };
}

function refuse(errors: Readonly<Record<string, Error | undefined>>): void {
  const bad = Object.entries(errors).map(([name, error]) => `${name} ${wordsOf(error)}`);
  if (bad.length > 0) throw new StartError(`The environment is not valid: ${bad.join('; ')}.`);
}

function wordsOf(error: Error | undefined): string {
  return error === undefined || error instanceof EnvMissingError ? 'is missing' : error.message;
}

/** The zone that the machine is set to; UTC when it is set to none that has a name. */
function serverTimeZone(): string {
  return readTimeZone(Intl.DateTimeFormat().resolvedOptions().timeZone ?? '') ?? 'UTC';
}
