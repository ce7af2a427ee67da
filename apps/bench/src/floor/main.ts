import { MongoClient } from 'mongodb';
import { variable } from '../servers/environment';
import { serveAlone } from '../servers/listen';
import { createFloor } from './floor';
import type { Strategy } from './strategies';

async function main(): Promise<void> {
  // As many connections as Modex may open.
  const client = await new MongoClient(variable('MONGODB_URI'), { maxPoolSize: 64 }).connect();
  const settings = {
    sessionSecret: variable('SESSION_SECRET'),
    modex: variable('MODEX'),
    strategy: variable('STRATEGY') as Strategy,
  };
  await serveAlone(createFloor(client, settings));
}

void main();
