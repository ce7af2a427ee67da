import { createServer } from 'node:http';
import mongoose from 'mongoose';
import { variable } from '../servers/environment';
import { serveAlone } from '../servers/listen';
import { createLiteral } from './literal';

async function main(): Promise<void> {
  const connection = await mongoose.createConnection(variable('MONGODB_URI'), { maxPoolSize: 64 }).asPromise();
  const server = createServer(createLiteral(connection, variable('SESSION_SECRET')));
  server.keepAliveTimeout = 12_000;
  await serveAlone(server);
}

void main();
