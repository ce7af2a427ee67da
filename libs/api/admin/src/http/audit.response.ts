import { ApiProperty } from '@nestjs/swagger';
import { AuditState } from '@modex/api-audit';
import { AUDIT_RULE_WORDS, AUDIT_RULES, AuditReport, AuditRule } from '@modex/domain';

/** A rule of the booking protocol, counted. */
export class AuditCountResponse {
  @ApiProperty({ enum: AUDIT_RULES, enumName: 'AuditRule' })
  rule: AuditRule;
  /**
   * The rule in words.
   * @example "Every confirmed booking owns all its seats."
   */
  words: string;
  /** @example 2352 */
  checked: number;
  /** @example 0 */
  violations: number;
}

/** A broken rule, with the ids that show it. */
export class AuditViolationResponse {
  @ApiProperty({ enum: AUDIT_RULES, enumName: 'AuditRule' })
  rule: AuditRule;
  showId: string;
  seatId?: string;
  bookingId?: string;
  /** @example "The seat was sold to two bookings at once, also to 6567d0a1b2c3d4e5f6071829." */
  detail: string;
}

/** A finished audit. */
export class AuditReportResponse {
  @ApiProperty({ type: String, format: 'date-time' })
  startedAt: string;
  /** Milliseconds. */
  durationMs: number;
  shows: number;
  seats: number;
  confirmedBookings: number;
  /** Seats in the hands of bookings under way: neither sold nor lost. */
  seatsInFlight: number;
  counts: AuditCountResponse[];
  /** The first hundred violations of each rule. */
  violations: AuditViolationResponse[];
}

/** A running audit. */
export class AuditProgressResponse {
  @ApiProperty({ type: String, format: 'date-time' })
  startedAt: string;
  showsDone: number;
  showsTotal: number;
}

/** The audits of this database. */
export class AuditResponse {
  /** null when none runs. */
  @ApiProperty({ type: AuditProgressResponse, nullable: true })
  running: AuditProgressResponse | null;
  /** null before the first. */
  @ApiProperty({ type: AuditReportResponse, nullable: true })
  last: AuditReportResponse | null;
}

export function toAuditResponse({ running, last }: AuditState): AuditResponse {
  return {
    running: running === undefined ? null : { ...running, startedAt: running.startedAt.toISOString() },
    last: last === undefined ? null : toReportResponse(last),
  };
}

function toReportResponse({ startedAt, counts, violations, ...numbers }: AuditReport): AuditReportResponse {
  return {
    startedAt: startedAt.toISOString(),
    ...numbers,
    counts: counts.map((count) => ({ ...count, words: AUDIT_RULE_WORDS[count.rule] })),
    violations: [...violations],
  };
}
