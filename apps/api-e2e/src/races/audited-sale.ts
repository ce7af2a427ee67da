import { admin, type Actor } from '../harness/actors';
import { auditNow, type AuditReport } from '../harness/audit';
import { allOf } from '../harness/until';
import type { Arena } from './arena';
import type { RaceResult } from './result';
import { raceToSellOut, type SellOutFigures } from './sell-out';

/**
 * An admin runs the audit again and again while a show sells out: no report has a violation, at least one of them saw
 * only a part of the bookings, and a last one, made afterwards, counts every booking.
 */
export async function raceUnderAudit(arena: Arena, figures: SellOutFigures): Promise<RaceResult> {
  const organiser = await admin(arena.http());
  let isOver = false;
  const selling = raceToSellOut(arena, figures).finally(() => (isOver = true));
  const [sale, reports] = await allOf([selling, auditUntil(organiser, () => isOver)] as const);
  const last = await auditNow(organiser);
  const meanwhile = reports.filter(({ confirmedBookings: seen }) => seen > 0 && seen < sale.won);
  const missed = last.confirmedBookings === sale.won ? [] : [`${last.confirmedBookings} of ${sale.won} were audited`];
  return {
    ...sale,
    name: `${sale.name}, under audit`,
    audits: meanwhile.length,
    violations: [
      ...sale.violations,
      ...(meanwhile.length > 0 ? [] : ['no audit read the seats while bookings were made']),
      ...reports.flatMap((report) => findingsOf('while bookings were made', report)),
      ...findingsOf('afterwards', last),
      ...missed,
    ],
  };
}

/** The reports of all audits that began in the meantime. */
async function auditUntil(organiser: Actor, isOver: () => boolean): Promise<readonly AuditReport[]> {
  const reports: AuditReport[] = [];
  while (!isOver()) reports.push(await auditNow(organiser));
  return reports;
}

/** A sentence for each rule that a report calls broken. */
function findingsOf(when: string, { counts, violations }: AuditReport): string[] {
  return counts
    .filter((count) => count.violations > 0)
    .map((count) => `audit ${when}: ${count.violations} times ${count.rule}, first ${violations[0]?.detail ?? ''}`);
}
