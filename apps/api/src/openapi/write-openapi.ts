import { writeFileSync } from 'node:fs';
import { Settings } from '@modex/api-core';
import { createApp } from '../create-app';
import { createDocument } from './document';

/** Values that preview mode never uses: no provider is made and nothing is connected. */
const SETTINGS: Settings = {
  mongodbUri: 'mongodb://127.0.0.1/unused',
  redisUrl: undefined,
  leaseSeconds: 30,
  maxSeatsPerBooking: 10,
  holds: { seconds: 600, maxSeconds: 1_800, pauseSeconds: 60, anonymousPerNetwork: 40 },
  share: { index: 0, of: 1 },
  maxViewers: 5_000,
  sessionSecret: 'unused',
  publicUrl: undefined,
  host: '127.0.0.1',
  trustedProxies: undefined,
  mail: undefined,
  rateLimits: true,
  venueTimeZone: 'Europe/Berlin',
  apiDocs: 'off',
  admin: { email: 'unused', password: 'unused' },
};

/** Writes the OpenAPI document to the path of the first argument, without a server or a database. */
async function writeOpenapi(path: string): Promise<void> {
  const app = await createApp(SETTINGS, { preview: true, logger: false });
  writeFileSync(path, JSON.stringify(createDocument(app), null, 2) + '\n');
  await app.close();
}

const path = process.argv[2];
if (path === undefined) throw new Error('usage: write-openapi <file>');
void writeOpenapi(path);
