import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Readiness } from '@modex/api-core';
import type { Database } from './database';
import type { OpenConnections } from './open-connections';

/** How long a load balancer has to notice that readiness fails, in milliseconds. */
const NOTICE_MS = 2_000;
/** Counted from the signal: then every connection is closed, whatever it waits for. In milliseconds. */
const CLOSED_MS = 8_000;
/** How often idle connections are ended while stopping; a request on its way has that long to arrive. */
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
 * Closes everything in order. First readiness fails; if an orchestrator asked, requests of the next two seconds are still
 * served. Then nothing new is accepted, and requests in flight get their answers; after eight seconds all connections are
 * closed. The database is closed last.
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
