import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '../../load/client';
import { quantile } from '../../measure/statistics';
import type { Figure, FiguresResult } from '../../report/results';
import type { Bench } from '../../servers/bench';
import { ask, type Session } from '../../servers/modex-api';
import { putOnShows } from '../../servers/shows';
import type { Case, RunSettings } from '../case';
import { Customers, noTimes, REQUESTS, type Times } from './customers';
import { sell } from './sold-shows';

/** The large shows, of which a share is sold, and how often they are audited beside customers of another show. */
const SHOWS = 10;
const SEATS_EACH = 100_000;
const SOLD = 0.3;
const TURNS = 3;
const CUSTOMERS_SHOW = 1_000;

/** What Modex tells of an audit. */
interface AuditReport {
  readonly startedAt: string;
  readonly durationMs: number;
  readonly seats: number;
  readonly confirmedBookings: number;
  readonly counts: readonly { readonly rule: string; readonly violations: number }[];
}

/** Who may ask for an audit, and where. */
interface Auditor {
  readonly client: Client;
  readonly admin: Session;
}

/**
 * What the audit of large shows costs: how long it takes, and how long customers wait while it runs, compared with how
 * long they wait in between.
 */
export const auditCase: Case = {
  name: 'audit',
  title: `Audit of ${SHOWS} shows of ${SEATS_EACH.toLocaleString('en-US')} seats beside customers of another show`,
  isLong: true,
  run: async (bench, settings): Promise<FiguresResult> => {
    const figures = await measure(bench, settings);
    return { kind: 'figures', name: auditCase.name, title: auditCase.title, database: bench.database.kind, figures };
  },
};

async function measure(bench: Bench, { say }: RunSettings): Promise<readonly Figure[]> {
  const auditor = { client: (await bench.server('modex')).client, admin: await bench.admin() };
  const [show] = await putOnShows(bench, { shows: 1, seatsEach: CUSTOMERS_SHOW, owners: ['modex'] });
  if (show === undefined) return [];
  const customers = new Customers(auditor.client, show, await bench.customers());
  await fill(bench, auditor.admin, say);
  say('audit alone');
  const alone = await audit(auditor);
  const [before, beside] = [noTimes(), noTimes()];
  const durations: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    say(`turn ${turn + 1} of ${TURNS}`);
    await quietly(auditor, () => customers.during(pause(alone.durationMs / 2), before));
    durations.push((await customers.during(audit(auditor), beside)).durationMs);
    await quietly(auditor, () => customers.during(pause(alone.durationMs / 2), before));
  }
  const what = `audit of ${alone.seats} seats, ${alone.confirmedBookings} bookings`;
  return [
    { what: `${what}, alone`, value: alone.durationMs / 1_000, unit: 's' },
    { what: `${what}, beside customers, median`, value: quantile(durations, 0.5) / 1_000, unit: 's' },
    ...waits(before, beside),
  ];
}

async function fill(bench: Bench, admin: Session, say: RunSettings['say']): Promise<void> {
  for (let at = 0; at < SHOWS; at++) {
    say(`${at} of ${SHOWS} large shows are filled`);
    for (const show of await putOnShows(bench, { shows: 1, seatsEach: SEATS_EACH, owners: ['modex'] })) {
      await sell(bench.dbOf('modex'), show, { share: SOLD, to: admin });
    }
  }
}

/** Runs an audit to its end. @throws when it finds a violation: the bench has sold wrongly, or Modex has */
async function audit(auditor: Auditor): Promise<AuditReport> {
  await lastAudit(auditor);
  await ask(auditor.client, '/admin/audit/run', { session: auditor.admin, method: 'POST' });
  const report = await lastAudit(auditor);
  if (report === null) throw new Error('the audit was given up');
  const broken = report.counts.filter(({ violations }) => violations > 0);
  if (broken.length > 0) throw new Error(`the audit found ${JSON.stringify(broken)}`);
  return report;
}

/** The last audit, once none runs. */
async function lastAudit({ client, admin }: Auditor): Promise<AuditReport | null> {
  for (;;) {
    const state = await ask<{ running: unknown; last: AuditReport | null }>(client, '/admin/audit', { session: admin });
    if (state.running === null) return state.last;
    await pause(200);
  }
}

/** Every ten minutes the audit begins by itself; then `work` was not quiet. */
async function quietly(auditor: Auditor, work: () => Promise<unknown>): Promise<void> {
  const before = await lastAudit(auditor);
  await work();
  const after = await lastAudit(auditor);
  if (before?.startedAt !== after?.startedAt) process.stderr.write('an audit began by itself in a quiet turn\n');
}

function waits(before: Times, beside: Times): Figure[] {
  return REQUESTS.flatMap((request) =>
    [[0.5, 'median'] as const, [0.99, 'p99'] as const].flatMap(([share, word]) => {
      const [was, is] = [quantile(before[request], share), quantile(beside[request], share)];
      return [
        { what: `${request}, ${word} of ${before[request].length}, before the audit`, value: was, unit: 'ms' },
        { what: `${request}, ${word} of ${beside[request].length}, beside it`, value: is, unit: 'ms' },
      ];
    }),
  );
}
