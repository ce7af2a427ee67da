import { expectStatus, type Actor } from './actors';
import { until } from './until';

/** The audit, as the API tells of it. */
interface AuditView {
  readonly running: unknown;
  readonly last: AuditReport | null;
}

export interface AuditReport {
  readonly confirmedBookings: number;
  readonly counts: readonly { readonly rule: string; readonly violations: number }[];
  readonly violations: readonly { readonly detail: string }[];
}

/** Longest time of one audit, in milliseconds. */
const AUDIT_LIMIT_MS = 60_000;

/** The report of an audit that an admin starts now. */
export async function auditNow(organiser: Actor): Promise<AuditReport> {
  expectStatus(202, await organiser.post<AuditView>('/api/admin/audit/run'));
  return until('the end of an audit', AUDIT_LIMIT_MS, async () => {
    const { running, last } = expectStatus(200, await organiser.get<AuditView>('/api/admin/audit'));
    return running === null ? last : undefined;
  });
}
