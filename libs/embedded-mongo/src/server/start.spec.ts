import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { MongoClient } from 'mongodb';
import { DATABASE_FILE } from '../storage/database-file';
import { openDatabase, refusal } from '../testing/open-database';
import { startEmbeddedMongo } from './start';

describe('the embedded database', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'embedded-mongo-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('keeps what was written for the next start', async () => {
    const first = await openDatabase({ path: folder, database: 'shop' });
    await first.db.collection('seats').createIndex({ row: 1 }, { unique: true });
    await first.db.collection('seats').insertOne({ row: 'A' });
    await first.close();
    const second = await openDatabase({ path: folder, database: 'shop' });
    expect(second.db.databaseName).toBe('shop');
    expect(await second.db.collection('seats').countDocuments()).toBe(1);
    expect((await refusal(second.db.collection('seats').insertOne({ row: 'A' }))).code).toBe(11000);
    await second.close();
  });

  it('is a standalone MongoDB 7.0 without sessions to the driver', async () => {
    const { client, close } = await openDatabase();
    const hello = await client.db().admin().command({ hello: 1 });
    expect(hello).toMatchObject({ isWritablePrimary: true, maxWireVersion: 21, maxBsonObjectSize: 16777216 });
    expect(hello['setName']).toBeUndefined();
    expect(hello['logicalSessionTimeoutMinutes']).toBeUndefined();
    expect((await client.db().admin().buildInfo())['version']).toBe('7.0.0');
    await close();
  });

  it('lets only its owner connect', async () => {
    const { server, close } = await openDatabase({ path: folder });
    expect(statSync(server.socketPath).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, DATABASE_FILE)).mode & 0o777).toBe(0o600);
    expect(server.port).toBeUndefined();
    await close();
  });

  it('listens on a port of this machine when asked', async () => {
    const { server, db, close } = await openDatabase({ memory: true, port: 0 });
    expect(server.uri).toBe(`mongodb://127.0.0.1:${server.port}/test?directConnection=true`);
    expect((await db.command({ ping: 1 }))['ok']).toBe(1);
    await close();
  });

  it('finds a place for the socket of a long path', async () => {
    const path = join(folder, 'x'.repeat(120));
    const { db, server, close } = await openDatabase({ path });
    expect(Buffer.byteLength(server.socketPath)).toBeLessThanOrEqual(107);
    expect((await db.command({ ping: 1 }))['ok']).toBe(1);
    await close();
  });

  it('refuses a file that another instance has open, and leaves that one alone', async () => {
    const { db, close } = await openDatabase({ path: folder });
    await expect(startEmbeddedMongo({ path: folder })).rejects.toMatchObject({ reason: 'in-use' });
    expect((await db.command({ ping: 1 }))['ok']).toBe(1);
    await close();
  });

  it('refuses a file of a newer version, of another program, and one that is damaged', async () => {
    const file = join(folder, DATABASE_FILE);
    await (await startEmbeddedMongo({ path: folder })).close();
    alter(file, 'PRAGMA user_version = 99');
    await expect(startEmbeddedMongo({ path: folder })).rejects.toMatchObject({ reason: 'newer-schema' });
    alter(file, 'PRAGMA application_id = 7');
    await expect(startEmbeddedMongo({ path: folder })).rejects.toMatchObject({ reason: 'not-ours' });
    writeFileSync(file, 'this was a database once'.repeat(1000));
    await expect(startEmbeddedMongo({ path: folder })).rejects.toMatchObject({ reason: 'corrupt' });
  });

  it('starts again after a socket was left behind', async () => {
    const { server, close } = await openDatabase({ path: folder });
    const { socketPath } = server;
    await close();
    writeFileSync(socketPath, '');
    const again = await openDatabase({ path: folder });
    expect((await again.db.command({ ping: 1 }))['ok']).toBe(1);
    await again.close();
  });

  it('counts what it does', async () => {
    const { server, db, close } = await openDatabase();
    await Promise.all(Array.from({ length: 50 }, (_, i) => db.collection('a').insertOne({ i })));
    const { commands, commits } = server.stats();
    expect(commands['insert']).toBe(50);
    expect(commits).toBeLessThan(50);
    await close();
  });

  it('drops a connection that does not speak the protocol and serves the others', async () => {
    const { server, db, close } = await openDatabase({ memory: true, port: 0 });
    const stranger = new MongoClient(`mongodb://127.0.0.1:${server.port}/?tls=true`, { serverSelectionTimeoutMS: 500 });
    await expect(stranger.connect()).rejects.toThrow();
    await stranger.close();
    expect((await db.command({ ping: 1 }))['ok']).toBe(1);
    await close();
  });
});

function alter(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}
