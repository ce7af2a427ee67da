import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { MongoClient } from 'mongodb';
import { Buyers, noTimes, quantile, REQUESTS, type Times } from './buyers';
import { type Bench, type Houses, putOn, sell } from './houses';
import { ask, signInAdmin, startApi, startEngine, type Session, type Started } from './server';

/*
 * What the audit of a large house costs: how long it takes, and how long buyers wait while it runs beside how long they
 * wait by turns with it in the same run. On the embedded database and, when TEST_MONGODB_URI names one, on that server.
 * Built API, one process; buyers of a house of a thousand seats among the large ones.
 */

const BUYERS_HOUSE = 1_000;

interface AuditReport {
  readonly startedAt: string;
  readonly durationMs: number;
  readonly seats: number;
  readonly confirmedBookings: number;
  readonly counts: readonly { readonly rule: string; readonly violations: number }[];
}

async function main(): Promise<void> {
  const options = {
    turns: { type: 'string', default: '3' },
    shows: { type: 'string', default: '10' },
    seats: { type: 'string', default: '100000' },
  } as const;
  const { turns, shows, seats } = parseArgs({ options }).values;
  const houses: Houses = { turns: Number(turns), shows: Number(shows), seatsPerShow: Number(seats), sold: 0.3 };
  const folder = mkdtempSync(join(tmpdir(), 'audit-bench-'));
  try {
    const engine = await startEngine(join(folder, 'engine'));
    try {
      await measureOn('embedded', engine.address, { folder, houses });
    } finally {
      await engine.stop();
    }
    const server = process.env['TEST_MONGODB_URI'];
    if (server) await measureOn('TEST_MONGODB_URI', server, { folder, houses });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureOn(
  name: string,
  server: string,
  { folder, houses }: { readonly folder: string; readonly houses: Houses },
): Promise<void> {
  const uri = server.replace(/^(mongodb:\/\/[^/?]+)(\/[^?]*)?/, `$1/bench_audit_${process.pid}`);
  const client = await new MongoClient(uri).connect();
  const db = client.db();
  try {
    const api = await startApi(uri, join(folder, name));
    try {
      await measure({ name, api, db }, houses);
    } finally {
      await api.stop();
    }
  } finally {
    await db.dropDatabase();
    await client.close();
  }
}

async function measure(bench: Bench, houses: Houses): Promise<void> {
  const { name, api } = bench;
  const admin = await signInAdmin(api);
  const small = await putOn(bench, admin, BUYERS_HOUSE);
  const buyers = await Buyers.come(api, small);
  await fill(bench, admin, houses);
  const alone = await audit(api, admin);
  print(
    name,
    `audit of ${alone.seats} seats, ${alone.confirmedBookings} bookings, alone`,
    alone.durationMs / 1_000,
    's',
  );
  const [before, beside] = [noTimes(), noTimes()];
  for (let turn = 0; turn < houses.turns; turn++) {
    await quietly(api, admin, () => buyers.during(pause(alone.durationMs / 2), before));
    const { durationMs } = await buyers.during(audit(api, admin), beside);
    print(name, 'audit beside buyers', durationMs / 1_000, 's');
    await quietly(api, admin, () => buyers.during(pause(alone.durationMs / 2), before));
  }
  compare(name, before, beside);
}

async function fill(bench: Bench, admin: Session, { shows, seatsPerShow, sold }: Houses): Promise<void> {
  const start = performance.now();
  for (let show = 0; show < shows; show++) {
    await sell(bench.db, await putOn(bench, admin, seatsPerShow), { share: sold, to: admin });
    process.stderr.write(`${bench.name}: ${show + 1} of ${shows} houses filled, ${seconds(start)} s\n`);
  }
}

/** Runs an audit to its end. @throws when it finds a violation: the bench has sold wrongly, or Modex has */
async function audit(api: Started, admin: Session): Promise<AuditReport> {
  await lastAudit(api, admin);
  await ask(api, '/admin/audit/run', { session: admin, method: 'POST' });
  const report = await lastAudit(api, admin);
  if (report === null) throw new Error('the audit was given up');
  const broken = report.counts.filter(({ violations }) => violations > 0);
  if (broken.length > 0) throw new Error(`the audit found ${JSON.stringify(broken)}`);
  return report;
}

/** The last audit, once none runs. */
async function lastAudit(api: Started, admin: Session): Promise<AuditReport | null> {
  for (;;) {
    const state = await ask<{ running: unknown; last: AuditReport | null }>(api, '/admin/audit', { session: admin });
    if (state.running === null) return state.last;
    await pause(200);
  }
}

/** Every ten minutes the audit begins by itself; then `work` was not quiet. */
async function quietly(api: Started, admin: Session, work: () => Promise<unknown>): Promise<void> {
  const before = await lastAudit(api, admin);
  await work();
  const after = await lastAudit(api, admin);
  if (before?.startedAt !== after?.startedAt) process.stderr.write('an audit began by itself in a quiet turn\n');
}

function compare(name: string, before: Times, beside: Times): void {
  for (const request of REQUESTS) {
    const [alone, busy] = [before[request], beside[request]];
    for (const [share, word] of [[0.5, 'median'] as const, [0.99, 'p99'] as const]) {
      const [was, is] = [quantile(alone, share), quantile(busy, share)];
      print(name, `${request}, ${word} of ${alone.length}, before the audit`, was, 'ms');
      print(name, `${request}, ${word} of ${busy.length}, beside it (× ${(is / was).toFixed(2)})`, is, 'ms');
    }
  }
}

function print(where: string, what: string, value: number, unit: string): void {
  process.stdout.write(`${where.padEnd(18)} ${what.padEnd(66)} ${value.toFixed(1).padStart(9)} ${unit}\n`);
}

const seconds = (start: number): string => ((performance.now() - start) / 1_000).toFixed(0);

void main();
