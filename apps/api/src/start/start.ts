import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { isStorageFault, NewerDatabase, ProcessShare, Settings } from '@modex/api-core';
import { Environment, LOG_LEVELS, LogLevel } from '../config/environment';
import { loadSecrets, Secrets } from '../config/secrets';
import { createApp } from '../create-app';
import { createDemo } from '../demo/create-demo';
import { serveSite } from '../site/serve-site';
import { openDatabase } from './database';
import { publishDocs } from './docs';
import { OpenConnections } from './open-connections';
import { prepareDatabase } from './prepare';
import { StartError } from './start-error';
import { Running, stopRunning, StopSignal } from './stop';

/** A Modex that listens. */
export interface RunningModex {
  /** Finishes the requests in flight, then closes everything; within ten seconds, unless the database is away. */
  stop(signal: StopSignal): Promise<void>;
}

/** What a start has in hand once its database is open. */
export interface Start {
  readonly env: Environment;
  readonly secrets: Secrets;
  readonly say: (line: string) => void;
}

/**
 * Starts the database, the API and the site, and says how to reach them.
 * @param say one line for the person at the terminal
 * @throws StartError with one clear line
 */
export async function startModex(env: Environment, say: (line: string) => void): Promise<RunningModex> {
  const start = { env, secrets: loadSecrets(env), say };
  const database = await openDatabase(env);
  try {
    const makesDemo = database.isEmbedded && env.demo;
    const { app, connections } = await openApi(start, { ...ALONE, databaseUri: database.uri, makesDemo });
    welcome(start, await app.getUrl());
    return { stop: (signal) => stopRunning({ app, connections, database }, signal) };
  } catch (error) {
    await database.close();
    throw explain(error, env);
  }
}

/** What one process of a start opens. */
export interface OpenPart {
  readonly share: ProcessShare;
  readonly databaseUri: string;
  readonly makesDemo: boolean;
}

const ALONE = { share: { index: 0, of: 1 } } as const;

/** Opens the API and the site: from here on this process is served. */
export async function openApi(
  { env, secrets, say }: Start,
  { share, databaseUri, makesDemo }: OpenPart,
): Promise<Omit<Running, 'database'>> {
  const levels = levelsOf(env);
  // What stops a start is thrown and told in one line; the framework would print it with its stack as well, which only
  // who asked for more than warnings wants to see.
  Logger.overrideLogger(levels.includes('log') ? levels : []);
  const app = await createApp(settingsOf(env, secrets, { share, databaseUri }));
  const connections = new OpenConnections(app.getHttpServer());
  try {
    await serveSite(app, join(__dirname, '../web/browser'));
    await prepareDatabase(app, say);
    if (makesDemo) await createDemo(app);
    if (env.apiDocs !== 'off') await publishDocs(app);
    // The processes of a start share the port, and the system gives each its part of the connections.
    const reusePort = share.of > 1 && process.platform === 'linux';
    await app.listen({ port: env.port, host: env.host, ...(reusePort && { reusePort }) });
    Logger.overrideLogger(levels);
    return { app, connections };
  } catch (error) {
    await app.close();
    throw error;
  }
}

/** The levels of the log that are written. */
export function levelsOf({ logLevel }: Environment): LogLevel[] {
  return LOG_LEVELS.slice(0, LOG_LEVELS.indexOf(logLevel) + 1);
}

function settingsOf(env: Environment, secrets: Secrets, { share, databaseUri }: Omit<OpenPart, 'makesDemo'>): Settings {
  return {
    mongodbUri: databaseUri,
    redisUrl: env.redisUrl,
    leaseSeconds: env.leaseSeconds,
    maxSeatsPerBooking: env.maxSeatsPerBooking,
    holds: env.holds,
    share,
    maxViewers: env.maxViewers,
    sessionSecret: secrets.sessionSecret,
    publicUrl: env.publicUrl,
    host: env.host,
    trustedProxies: env.trustedProxies,
    mail: env.mail,
    rateLimits: env.rateLimits,
    venueTimeZone: env.venueTimeZone,
    apiDocs: env.apiDocs,
    admin: secrets.admin,
  };
}

/** Says where the site is. @param local its address on this machine @param more a line about how it runs */
export function welcome({ env, secrets, say }: Start, local: string, more?: string): void {
  const { admin, adminFile, isNewAdmin } = secrets;
  const address = env.publicUrl ?? local;
  say('');
  say(`  Modex is open     ${address}`);
  say(`  Admin area        ${address}/admin`);
  if (isNewAdmin) say(`  Admin's sign-in   ${admin.email}  ${admin.password}   (kept in ${adminFile})`);
  else if (adminFile !== undefined) say(`  Admin's sign-in   ${admin.email}, password in ${adminFile}`);
  if (env.apiDocs !== 'off') say(`  API explorer      ${address}/api/docs`);
  if (more !== undefined) say(more);
  say('');
  say('  Ctrl-C closes it.');
}

/** The failure, in words for the person who can fix it. */
export function explain(error: unknown, env: Environment): unknown {
  if (error instanceof NewerDatabase) return new StartError(error.message);
  const code = codeOf(error);
  if (code === 'EADDRINUSE') {
    return new StartError(
      `Port ${env.port} on ${env.host} is taken; stop what uses it, or choose another: PORT=${env.port + 1}.`,
    );
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL') {
    return new StartError(`Cannot listen on ${env.host} port ${env.port} (${code}); choose another HOST or PORT.`);
  }
  if (env.mongodbUri !== undefined && isUnreachable(error)) {
    const server = env.mongodbUri.replace(/\/\/[^@/]*@/, '//').replace(/\?.*$/, '');
    return new StartError(`The database of MONGODB_URI cannot be used (${server}): ${(error as Error).message}`);
  }
  return error;
}

function isUnreachable(error: unknown): boolean {
  const names = ['MongooseServerSelectionError', 'MongoServerSelectionError', 'MongoParseError', 'MongoAPIError'];
  const code = codeOf(error);
  const refusedSignIn = code === 18 || code === 13;
  return isStorageFault(error) || refusedSignIn || (error instanceof Error && names.includes(error.name));
}

/** The code of a system's or a driver's error. */
function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
