import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Readiness } from '@modex/api-core';
import type { Database } from './database';
import type { OpenConnections } from './open-connections';

/** How long a load balancer has to notice that readiness fails, in milliseconds. */
const NOTICE_MS = 2_000;
/** Counted from the signal: then every connection is closed, whatever it waits for. In milliseconds. */
const CLOSED_MS = 8_000;
/** How often connections that wait for nothing are ended; a request that is on its way has that long to arrive. */
const TIDY_MS = 500;

/** How the process is told to end. SIGTERM comes from an orchestrator, SIGINT from a person at the terminal. */
export type StopSignal = 'SIGTERM' | 'SIGINT';

/** What is open while Modex runs. */
export interface Running {
  readonly app: NestFastifyApplication;
  readonly connections: OpenConnections;
  readonly database: Database;
}

/**
 * Closes everything in order: readiness fails first, and where an orchestrator asked the requests of the next two
 * seconds are still served; then nothing new is accepted, requests in flight get their answers, and after eight seconds
 * all connections are closed; last the database.
 */
export async function stopRunning({ app, connections, database }: Running, signal: StopSignal): Promise<void> {
  const limit = setTimeout(() => connections.endAll(), CLOSED_MS);
  app.get(Readiness).leave();
  if (signal === 'SIGTERM') await pause(NOTICE_MS);
  const tidying = setInterval(() => connections.endIdle(), TIDY_MS);
  await app.close();
  clearInterval(tidying);
  clearTimeout(limit);
  await database.close();
}
