import { BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Job, Jobs } from '@modex/api-core';
import { ShowRepository } from '@modex/api-shows';
import { AuditRepository, AuditState } from './audit.repository';
import { Findings } from './findings';
import { Throttle } from './throttle';
import { ShowAudit } from './show-audit';

/** How often the audit runs by itself, in milliseconds. */
const EVERY_MS = 10 * 60 * 1_000;

/**
 * Counts the rules of the booking protocol over the live database, show by show, without locking it. Runs every ten
 * minutes on one of the instances, and whenever an admin asks.
 */
@Injectable()
export class AuditService implements Job, BeforeApplicationShutdown {
  readonly name = 'audit';
  readonly pauseMs = 10_000;
  readonly budgetMs = 2_000;
  private readonly logger = new Logger(AuditService.name);
  private running: Promise<void> = Promise.resolve();
  private isClosing = false;

  constructor(
    private readonly audits: AuditRepository,
    private readonly shows: ShowRepository,
    private readonly showAudit: ShowAudit,
    jobs: Jobs,
  ) {
    jobs.add(this);
  }

  async run(): Promise<void> {
    await this.start(EVERY_MS);
  }

  /** Begins an audit unless one runs. @returns the state right after */
  async runNow(): Promise<AuditState> {
    await this.start(0);
    return this.audits.findState();
  }

  async findState(): Promise<AuditState> {
    return this.audits.findState();
  }

  /** If a process ends during an audit, the next instance starts it again. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isClosing = true;
    await this.running;
  }

  /** Only starts the audit, which then runs by itself; the job does not wait for it. */
  private async start(everyMs: number): Promise<void> {
    const startedAt = await this.audits.begin(everyMs);
    if (startedAt === undefined) return;
    this.running = this.examineAll(startedAt).catch((error: unknown) => this.giveUp(startedAt, error));
  }

  /** If the database is away, this fails too; the next audit starts all the same. */
  private async giveUp(startedAt: Date, cause: unknown): Promise<void> {
    this.logger.error(`audit given up: ${String(cause)}`);
    await this.audits.giveUp(startedAt).catch((error: unknown) => this.logger.warn(String(error)));
  }

  /** @throws when another audit has begun meanwhile: nobody would read the report of this one */
  private async tellProgress(startedAt: Date, showsDone: number, showsTotal: number): Promise<void> {
    const isOurs = await this.audits.saveProgress(startedAt, showsDone, showsTotal);
    if (!isOurs) throw new Error('it was silent for too long, and another audit has taken its place');
  }

  private async examineAll(startedAt: Date): Promise<void> {
    const findings = new Findings();
    const showIds = await this.shows.findAllIds();
    let done = 0;
    const tell = (): Promise<void> => this.tellProgress(startedAt, done, showIds.length);
    const throttle = new Throttle(tell);
    for (const showId of showIds) {
      if (this.isClosing) return;
      await tell();
      await this.showAudit.examine(showId, findings, throttle);
      await throttle.step();
      done++;
    }
    const { seats, seatsInFlight, confirmedBookings, counts, violations } = findings;
    const shows = showIds.length;
    await this.audits.finish(startedAt, { shows, seats, seatsInFlight, confirmedBookings, counts, violations });
    const broken = counts.reduce((sum, { violations: times }) => sum + times, 0);
    if (broken > 0) this.logger.error(`the audit found ${broken} violations; see /admin/audit`);
  }
}
