import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { isStorageFault, NewerDatabase, Settings } from '@modex/api-core';
import { Environment, LOG_LEVELS } from '../config/environment';
import { loadSecrets, Secrets } from '../config/secrets';
import { createApp } from '../create-app';
import { createDemo } from '../demo/create-demo';
import { serveSite } from '../site/serve-site';
import { Database, openDatabase } from './database';
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

/**
 * Starts the database, the API and the site, and says how to reach them.
 * @param say one line for the person at the terminal
 * @throws StartError with one clear line
 */
export async function startModex(env: Environment, say: (line: string) => void): Promise<RunningModex> {
  const secrets = loadSecrets(env);
  const database = await openDatabase(env);
  try {
    const start = { env, secrets, database, say };
    const { app, connections } = await openApi(start);
    await welcome(start, app);
    return { stop: (signal) => stopRunning({ app, connections, database }, signal) };
  } catch (error) {
    await database.close();
    throw explain(error, env);
  }
}

/** What a start has in hand once its database is open. */
interface Start {
  readonly env: Environment;
  readonly secrets: Secrets;
  readonly database: Database;
  readonly say: (line: string) => void;
}

async function openApi({ env, secrets, database, say }: Start): Promise<Omit<Running, 'database'>> {
  const settings: Settings = {
    mongodbUri: database.uri,
    redisUrl: env.redisUrl,
    leaseSeconds: env.leaseSeconds,
    maxSeatsPerBooking: env.maxSeatsPerBooking,
    holds: env.holds,
    maxViewers: env.maxViewers,
    sessionSecret: secrets.sessionSecret,
    publicUrl: env.publicUrl,
    host: env.host,
    trustedProxies: env.trustedProxies,
    rateLimits: env.rateLimits,
    venueTimeZone: env.venueTimeZone,
    apiDocs: env.apiDocs,
    admin: secrets.admin,
  };
  const levels = LOG_LEVELS.slice(0, LOG_LEVELS.indexOf(env.logLevel) + 1);
  // What stops a start is thrown and told in one line; the framework would print it with its stack as well, which only
  // who asked for more than warnings wants to see.
  Logger.overrideLogger(levels.includes('log') ? levels : []);
  const app = await createApp(settings);
  const connections = new OpenConnections(app.getHttpServer());
  try {
    await serveSite(app, join(__dirname, '../web/browser'));
    await prepareDatabase(app, say);
    if (database.isEmbedded && env.demo) await createDemo(app);
    if (env.apiDocs !== 'off') await publishDocs(app);
    await app.listen(env.port, env.host);
    Logger.overrideLogger(levels);
    return { app, connections };
  } catch (error) {
    await app.close();
    throw error;
  }
}

async function welcome({ env, secrets, say }: Start, app: NestFastifyApplication): Promise<void> {
  const { admin, adminFile, isNewAdmin } = secrets;
  const address = env.publicUrl ?? (await app.getUrl());
  say('');
  say(`  Modex is open     ${address}`);
  say(`  Admin area        ${address}/admin`);
  if (isNewAdmin) say(`  Admin's sign-in   ${admin.email}  ${admin.password}   (kept in ${adminFile})`);
  else if (adminFile !== undefined) say(`  Admin's sign-in   ${admin.email}, password in ${adminFile}`);
  if (env.apiDocs !== 'off') say(`  API explorer      ${address}/api/docs`);
  say('');
  say('  Ctrl-C closes it.');
}

/** The failure, in words for the person who can fix it. */
function explain(error: unknown, env: Environment): unknown {
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
