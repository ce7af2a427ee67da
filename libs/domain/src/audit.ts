/** What must hold over the stored seats and bookings, each counted by the audit. */
export const AUDIT_RULES = [
  'seat-state',
  'seat-block',
  'seat-owner',
  'double-owner',
  'missing-seat',
  'confirmed-stays',
  'house-complete',
] as const;
export type AuditRule = (typeof AUDIT_RULES)[number];

/** The rules in words. */
export const AUDIT_RULE_WORDS: Readonly<Record<AuditRule, string>> = {
  'seat-state': 'A seat carries a booking exactly when it is held or booked.',
  'seat-block': 'A seat carries a block exactly when it is blocked.',
  'seat-owner':
    'Every seat that is held or booked belongs to a confirmed booking that has it still, or to one under way within its lease.',
  'double-owner': 'At no time was a seat sold to two bookings.',
  'missing-seat': 'Every confirmed booking owns all its seats.',
  'confirmed-stays': 'A booking that was confirmed is confirmed still, or was cancelled.',
  'house-complete': 'Every show has exactly its seats, and a show that was given up has none.',
};

/** A broken rule, with the ids that show it. */
export interface AuditViolation {
  readonly rule: AuditRule;
  readonly showId: string;
  readonly seatId?: string;
  readonly bookingId?: string;
  /** What is wrong, in one sentence. */
  readonly detail: string;
}

/** How often a rule was checked, and broken. */
export interface AuditCount {
  readonly rule: AuditRule;
  readonly checked: number;
  readonly violations: number;
}

/** One finished audit. */
export interface AuditReport {
  readonly startedAt: Date;
  /** Milliseconds. */
  readonly durationMs: number;
  readonly shows: number;
  readonly seats: number;
  readonly confirmedBookings: number;
  /** Seats seen in the hands of bookings under way: neither sold nor lost. */
  readonly seatsInFlight: number;
  readonly counts: readonly AuditCount[];
  /** The first violations of each rule. */
  readonly violations: readonly AuditViolation[];
}
