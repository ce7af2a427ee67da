import { AUDIT_RULES, AuditCount, AuditRule, AuditViolation } from '@modex/domain';

/** Violations kept as evidence, per rule; all are counted. */
const EVIDENCE = 100;

/** What an audit has seen so far. */
export class Findings {
  seats = 0;
  seatsInFlight = 0;
  confirmedBookings = 0;
  private readonly checked = new Map<AuditRule, number>();
  private readonly broken = new Map<AuditRule, AuditViolation[]>();
  private readonly brokenCount = new Map<AuditRule, number>();

  check(rule: AuditRule, times = 1): void {
    this.checked.set(rule, (this.checked.get(rule) ?? 0) + times);
  }

  report(violation: AuditViolation): void {
    const { rule } = violation;
    const evidence = this.broken.get(rule) ?? [];
    if (evidence.length < EVIDENCE) this.broken.set(rule, [...evidence, violation]);
    this.brokenCount.set(rule, (this.brokenCount.get(rule) ?? 0) + 1);
  }

  get counts(): readonly AuditCount[] {
    return AUDIT_RULES.map((rule) => ({
      rule,
      checked: this.checked.get(rule) ?? 0,
      violations: this.brokenCount.get(rule) ?? 0,
    }));
  }

  get violations(): readonly AuditViolation[] {
    return AUDIT_RULES.flatMap((rule) => this.broken.get(rule) ?? []);
  }
}
