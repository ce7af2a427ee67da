import cluster from 'node:cluster';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { eventually } from '@modex/testing';
import { ProcessEnded, Processes } from './processes';

/** A process that listens nowhere: it tells of what it was given and of each message, and sends one when it is told to. */
const PROGRAM = `
  const part = JSON.parse(process.env.MODEX_PROCESS);
  const tell = (what) => process.send({ kind: 'told', index: part.index, what });
  if (process.env.MONGODB_URI === 'away') process.exit(3);
  process.on('message', (message) => {
    if (message.kind === 'say') process.send({ kind: 'modex-channel', topic: 'seats', message: 'hello' });
    if (message.kind === 'modex-channel') tell(message.message);
    if (message.kind === 'modex-stop') {
      tell('stops by ' + message.signal);
      setImmediate(() => process.exit(0));
    }
  });
  tell(part);
  process.send({ kind: 'modex-open', port: 4711, address: 'http://127.0.0.1:4711' });
`;

interface Told {
  readonly pid: number;
  readonly index: number;
  readonly what: unknown;
}

describe('several processes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'modex-processes-'));
  const told: Told[] = [];
  let processes: Processes;
  beforeAll(() => {
    Logger.overrideLogger(false);
    writeFileSync(join(folder, 'program.cjs'), PROGRAM);
    cluster.setupPrimary({ exec: join(folder, 'program.cjs'), execArgv: [] });
    cluster.on('message', ({ process: { pid } }, message) => {
      if (message.kind === 'told') told.push({ ...message, pid });
    });
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeEach(() => {
    told.length = 0;
    processes = new Processes({ count: 3, port: 0, databaseUri: 'mongodb://db/modex', makesDemo: true });
  });
  afterEach(() => processes.stop('SIGINT'));

  const whatOf = (pid: number | undefined) => told.filter((one) => one.pid === pid).map(({ what }) => what);
  const workerOf = (pid: number | undefined) =>
    Object.values(cluster.workers ?? {}).find((worker) => worker?.process.pid === pid);

  it('begin one after another: the first alone makes the example shows and chooses the port, which all have', async () => {
    expect(await processes.open()).toBe('http://127.0.0.1:4711');
    expect(processes.pids.map((pid) => whatOf(pid)[0])).toEqual([
      { index: 0, of: 3, port: 0, makesDemo: true },
      { index: 1, of: 3, port: 4711, makesDemo: false },
      { index: 2, of: 3, port: 4711, makesDemo: false },
    ]);
  });

  it('get each other’s messages, and none of their own', async () => {
    await processes.open();
    const [one, ...others] = processes.pids;
    workerOf(one)?.send({ kind: 'say' });
    await eventually(async () => expect(others.map((pid) => whatOf(pid).at(-1))).toEqual(['hello', 'hello']));
    expect(whatOf(one)).not.toContain('hello');
  });

  it('are started again when they are killed, and the others go on', async () => {
    await processes.open();
    const before = [...processes.pids];
    process.kill(before[0] as number, 'SIGKILL');
    await eventually(async () => {
      expect(processes.pids[0]).not.toBe(before[0]);
      expect(whatOf(processes.pids[0])).toHaveLength(1);
    });
    expect(processes.pids.slice(1)).toEqual(before.slice(1));
    expect(whatOf(processes.pids[0])).toEqual([{ index: 0, of: 3, port: 4711, makesDemo: false }]);
    // A message to all reaches the new one, and the dead one is in nobody's way.
    workerOf(before[1])?.send({ kind: 'say' });
    await eventually(async () => expect(whatOf(processes.pids[0]).at(-1)).toBe('hello'));
  });

  it('all stop when they are told to, and none is started again', async () => {
    await processes.open();
    const { pids } = processes;
    await processes.stop('SIGTERM');
    expect(pids.map((pid) => whatOf(pid).at(-1))).toEqual(pids.map(() => 'stops by SIGTERM'));
    expect(Object.keys(cluster.workers ?? {})).toEqual([]);
  });

  it('do not open when one of them ends first', async () => {
    const failing = new Processes({ count: 2, port: 0, databaseUri: 'away', makesDemo: false });
    await expect(failing.open()).rejects.toThrow(ProcessEnded);
  });
});
