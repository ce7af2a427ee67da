/** None, so many in a row in front of us, or all with these addresses and in these networks. */
export type TrustedProxies = undefined | number | readonly string[];

/** How long holds keep their seats, in seconds. */
export interface HoldSettings {
  /** From when a hold is made or extended. */
  readonly seconds: number;
  /** From the first moment, however often it is extended. */
  readonly maxSeconds: number;
  /** For how long a customer who held seats until `maxSeconds` cannot hold the same seats again. */
  readonly pauseSeconds: number;
  /** How many holds anonymous guests may have open at once from one network. */
  readonly anonymousPerNetwork: number;
}

/** How mail is sent. */
export interface MailSettings {
  /** The server that takes it: smtp:// (with TLS where the server has it) or smtps://, with user and password in it. */
  readonly smtpUrl: string;
  readonly from: MailAddress;
}

/** An address with the name that stands before it; the name may be empty. */
export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

/** Which of the processes of this machine it is that share its limits: from 0, of so many. */
export interface ProcessShare {
  readonly index: number;
  readonly of: number;
}

/**
 * What the environment decides, checked once at the start and handed on.
 * Injected as is; nothing but the start reads the environment.
 */
export abstract class Settings {
  /** Connection string of the database, with its name. */
  abstract readonly mongodbUri: string;
  /** The Redis that the processes of a deployment share; undefined: there is none. */
  abstract readonly redisUrl: string | undefined;
  /** Seconds a booking may take from its intent to its confirmation. */
  abstract readonly leaseSeconds: number;
  abstract readonly maxSeatsPerBooking: number;
  /** How long holds keep their seats. */
  abstract readonly holds: HoldSettings;
  /** The part of this machine's limits that this process has. */
  abstract readonly share: ProcessShare;
  /** How many may watch a show at once on this machine, over all shows; each has a connection that stays open. */
  abstract readonly maxViewers: number;
  /** Key under which session tokens are stored as digests; at least 32 characters. */
  abstract readonly sessionSecret: string;
  /** Address under which the site is reached, when a proxy stands in front. */
  abstract readonly publicUrl: string | undefined;
  /** Where the server listens, as HOST says it. */
  abstract readonly host: string;
  /** The proxies that are trusted to name the client's address. */
  abstract readonly trustedProxies: TrustedProxies;
  /** How mail is sent; undefined: it is written and kept, and not sent. */
  abstract readonly mail: MailSettings | undefined;
  /** Whether rate limits apply; off for load tests. */
  abstract readonly rateLimits: boolean;
  /** The time zone of shows that name none (IANA). */
  abstract readonly venueTimeZone: string;
  /** Who may open the explorer of the API: everybody, admins, nobody. */
  abstract readonly apiDocs: 'on' | 'admin' | 'off';
  /** The first admin's sign-in. */
  abstract readonly admin: { readonly email: string; readonly password: string };
}
