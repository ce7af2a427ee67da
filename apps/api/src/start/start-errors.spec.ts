import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase } from '@modex/testing';
import { readEnvironment } from '../config/environment';
import { startModex } from './start';
import { StartError } from './start-error';

// What is tested is the API's start; the site is another build, and Swagger UI loads its pages in its own way.
jest.mock('./site', () => ({ serveSite: async () => undefined }));
jest.mock('./docs', () => ({ serveDocs: async () => undefined }));

describe('a start that cannot be', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'modex-start-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  async function failureOf(variables: NodeJS.ProcessEnv): Promise<string> {
    const env = readEnvironment({ DATA_DIR: dataDir, ADMIN_PASSWORD: 'curtain up at eight', ...variables });
    const error: unknown = await startModex(env, () => undefined).catch((reason: unknown) => reason);
    if (!(error instanceof StartError)) throw error;
    return error.message;
  }

  it('names a port that is taken, in one line', async () => {
    const database = await freshDatabase();
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    try {
      const { port } = other.address() as AddressInfo;
      const line = await failureOf({ MONGODB_URI: database.uri, PORT: String(port) });
      expect(line).toBe(`Port ${port} on 127.0.0.1 is taken; stop what uses it, or choose another: PORT=${port + 1}.`);
    } finally {
      other.close();
      await database.drop();
    }
  });

  it('names a database that does not answer, without its password, in one line', async () => {
    const line = await failureOf({ MONGODB_URI: 'mongodb://user:sesame@127.0.0.1:1/house?appName=x' });
    expect(line).toMatch(/^The database of MONGODB_URI cannot be used \(mongodb:\/\/127\.0\.0\.1:1\/house\): .+/);
    expect(line).not.toContain('sesame');
    expect(line).not.toContain('\n');
  });

  it('names a database with options that do not exist, in one line', async () => {
    const line = await failureOf({ MONGODB_URI: 'mongodb://127.0.0.1:1/house?colour=red' });
    expect(line).toMatch(/^The database of MONGODB_URI cannot be used .+colour/);
    expect(line).not.toContain('\n');
  });
});
