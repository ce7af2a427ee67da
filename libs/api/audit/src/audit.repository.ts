import { AuditReport } from '@modex/domain';

/** How far a running audit is. */
export interface AuditProgress {
  readonly startedAt: Date;
  readonly showsDone: number;
  readonly showsTotal: number;
}

/** What the organiser sees of the audits. */
export interface AuditState {
  /** Absent when none runs. */
  readonly running: AuditProgress | undefined;
  /** Absent before the first. */
  readonly last: AuditReport | undefined;
}

/** The audits of this database: one runs at a time, whichever instance it is on, and the last report is kept. */
export abstract class AuditRepository {
  /**
   * Begins an audit unless one runs, or one began less than `everyMs` ago, by the database's clock.
   * @returns when it began; undefined when it did not
   */
  abstract begin(everyMs: number): Promise<Date | undefined>;
  /** Reports the progress of the audit and that it is alive. @returns false when it was given up and another has begun */
  abstract saveProgress(startedAt: Date, showsDone: number, showsTotal: number): Promise<boolean>;
  abstract finish(startedAt: Date, report: Omit<AuditReport, 'startedAt' | 'durationMs'>): Promise<void>;
  /** Ends an audit without a report. */
  abstract giveUp(startedAt: Date): Promise<void>;
  abstract findState(): Promise<AuditState>;
}
