import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { changeOne, isDuplicateKey, literals, newId } from '@modex/api-core';
import { AuditReport } from '@modex/domain';
import { Model } from 'mongoose';
import { AuditRepository, AuditState } from '../audit.repository';
import { AUDIT_ID, AuditDocument } from './audit.schema';

/** After this much silence an audit is given up. */
const SILENT_MS = 60_000;

/** Whether no audit runs, told by the database's clock. */
const IDLE = {
  $or: [
    { $eq: [{ $type: '$started_at' }, 'missing'] },
    { $gte: ['$finished_at', '$started_at'] },
    { $lt: [{ $add: ['$alive_at', SILENT_MS] }, '$$NOW'] },
  ],
};

@Injectable()
export class MongooseAuditRepository extends AuditRepository {
  constructor(@InjectModel(AuditDocument.name) private readonly audits: Model<AuditDocument>) {
    super();
  }

  async begin(everyMs: number): Promise<Date | undefined> {
    const old = { $lte: [{ $add: [{ $ifNull: ['$started_at', new Date(0)] }, everyMs] }, '$$NOW'] };
    const begins = { $and: [IDLE, old] };
    const run = newId();
    const state = await this.change({
      run: { $cond: [begins, run, '$run'] },
      started_at: { $cond: [begins, '$$NOW', '$started_at'] },
      alive_at: { $cond: [begins, '$$NOW', '$alive_at'] },
      shows_done: { $cond: [begins, 0, '$shows_done'] },
    });
    return state?.run === run ? state.started_at : undefined;
  }

  async saveProgress(startedAt: Date, showsDone: number, showsTotal: number): Promise<boolean> {
    return this.ofRun(startedAt, { alive_at: '$$NOW', shows_done: showsDone, shows_total: showsTotal });
  }

  async finish(startedAt: Date, report: Omit<AuditReport, 'startedAt' | 'durationMs'>): Promise<void> {
    const { counts, violations, ...numbers } = report;
    const last = {
      ...literals({ ...numbers, counts, violations }),
      startedAt: '$started_at',
      durationMs: { $subtract: ['$$NOW', '$started_at'] },
    };
    await this.ofRun(startedAt, { finished_at: '$$NOW', last });
  }

  async giveUp(startedAt: Date): Promise<void> {
    await this.ofRun(startedAt, { finished_at: '$$NOW' });
  }

  async findState(): Promise<AuditState> {
    const [state] = await this.audits.aggregate<AuditDocument & { idle: boolean }>([
      { $match: { _id: AUDIT_ID } },
      { $set: { idle: IDLE } },
    ]);
    const { started_at: startedAt, shows_done: showsDone = 0, shows_total: showsTotal = 0 } = state ?? {};
    const running = startedAt === undefined || state?.idle ? undefined : { startedAt, showsDone, showsTotal };
    return { running, last: state?.last };
  }

  /** @returns the document after the change */
  private async change(fields: Record<string, unknown>): Promise<AuditDocument | null> {
    const write = (): Promise<AuditDocument | null> =>
      changeOne(this.audits, { _id: AUDIT_ID }, [{ $set: fields }], { upsert: true });
    // Two instances may both be the first to insert the document; the second then finds it.
    return write().catch((error: unknown) => (isDuplicateKey(error) ? write() : Promise.reject(error)));
  }

  /** @returns whether the audit that began then is the latest still */
  private async ofRun(startedAt: Date, fields: Record<string, unknown>): Promise<boolean> {
    const filter = { _id: AUDIT_ID, started_at: startedAt };
    return (await changeOne(this.audits, filter, [{ $set: fields }])) !== null;
  }
}
