import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase } from '@modex/testing';
import { startTestApi } from '@modex/testing/admin';
import { readEnvironment } from '../config/environment';
import { startModex } from './start';
import { StartError } from './start-error';

// What is tested is the API's start; the site is another build, and Swagger UI loads its pages in its own way.
jest.mock('../site/serve-site', () => ({ serveSite: async () => undefined }));
jest.mock('./docs', () => ({ publishDocs: async () => undefined }));

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

  it.each([
    ['one that everybody tries', 'qwertyuiop'],
    ['the e-mail itself', 'boss@example.org'],
  ])('names a password that will not do, without telling it: %s', async (_, password) => {
    const database = await freshDatabase();
    try {
      const line = await failureOf({
        MONGODB_URI: database.uri,
        ADMIN_EMAIL: 'boss@example.org',
        ADMIN_PASSWORD: password,
      });
      expect(line).toMatch(/^The admin of ADMIN_EMAIL and ADMIN_PASSWORD cannot be made: .+/);
      expect(line).not.toContain(password);
      expect(line).not.toContain('\n');
    } finally {
      await database.drop();
    }
  });

  it('names an ADMIN_EMAIL that is a customer’s, and gives the customer nothing', async () => {
    const api = await startTestApi();
    try {
      const customer = { name: 'Mallory', email: 'boss@example.org', password: 'curtain up at eight' };
      await api.post('/api/auth/register', { body: customer });
      const line = await failureOf({ MONGODB_URI: api.settings.mongodbUri, ADMIN_EMAIL: 'Boss@Example.org' });
      expect(line).toBe('ADMIN_EMAIL boss@example.org is the e-mail of a customer; choose another, which nobody has.');
      expect((await api.stored('users').find().toArray()).map(({ role }) => role)).toEqual(['CUSTOMER']);
    } finally {
      await api.close();
    }
  });
});
