import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { changeOne, isDuplicateKey, literals, objectId, pageConditions, PageRequest, whenNew } from '@modex/api-core';
import { MAIL_MOVES, MailState, statesBefore } from '@modex/domain';
import { Model } from 'mongoose';
import { Mail, MailFilter, MailOutcome, NewMail } from '../mail';
import { MailRef, MailRepository } from '../mail.repository';
import { MailDocument } from './mail.schema';

/** Fields that a pipeline sets: expressions by field. */
type Changes = Readonly<Record<string, unknown>>;

@Injectable()
export class MongooseMailRepository extends MailRepository {
  constructor(@InjectModel(MailDocument.name) private readonly mails: Model<MailDocument>) {
    super();
  }

  async write(mail: NewMail, waits: boolean): Promise<void> {
    const { bookingId, name, kind, to, messageId, subject, text, html, calendar, linkId, toldUntil } = mail;
    const state: MailState = waits ? 'WAITING' : 'UNSENT';
    const fields = {
      ...literals({ kind, to, message_id: messageId, subject, text, html, calendar, told_until: toldUntil }),
      ...literals({ link_id: linkId === undefined ? undefined : objectId(linkId), state, version: 1, tries: 0 }),
      ...{ created_at: '$$NOW', changed_at: '$$NOW', ...(waits && { due: '$$NOW' }) },
    };
    try {
      // An upsert, since only an update can ask the database for its time.
      const about = bookingId === undefined ? { booking_id: { $exists: false } } : { booking_id: objectId(bookingId) };
      await changeOne(this.mails, { ...about, name }, [whenNew(fields)], { upsert: true });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }

  async findDue(limit: number): Promise<readonly MailRef[]> {
    const found = await this.mails.aggregate<{ first: Pick<MailDocument, '_id' | 'version'> }>([
      { $match: { due: { $exists: true } } },
      // Without their words: there may be thousands when a show was cancelled.
      { $project: { booking_id: 1, created_at: 1, due: 1, version: 1 } },
      { $sort: { created_at: 1, _id: 1 } },
      // One about an account waits for no other.
      { $group: { _id: { $ifNull: ['$booking_id', '$_id'] }, first: { $first: '$$ROOT' } } },
      { $set: { is_due: { $lte: ['$first.due', '$$NOW'] } } },
      { $match: { is_due: true } },
      { $sort: { 'first.due': 1 } },
      { $limit: limit },
    ]);
    return found.map(({ first: { _id, version } }) => ({ id: _id.toHexString(), version }));
  }

  async claim(seen: MailRef, leaseMs: number): Promise<Mail | undefined> {
    return this.move(seen, statesBefore(MAIL_MOVES, 'SENDING'), 'SENDING', {
      tries: { $add: ['$tries', 1] },
      due: { $add: ['$$NOW', leaseMs] },
    });
  }

  async record(claimed: MailRef, { state, answer, pauseMs }: MailOutcome): Promise<Mail | undefined> {
    const { code, text, mayHaveArrived } = answer;
    const said = { ...(code !== undefined && { code }), text, may_have_arrived: mayHaveArrived };
    const due = pauseMs === undefined ? '$$REMOVE' : { $add: ['$$NOW', pauseMs] };
    return this.move(claimed, ['SENDING'], state, { answer: { $literal: said }, due });
  }

  async sendAgain(seen: MailRef, messageId: string): Promise<Mail | undefined> {
    const ended = statesBefore(MAIL_MOVES, 'WAITING').filter((state) => state !== 'SENDING');
    return this.move(seen, ended, 'WAITING', { ...literals({ message_id: messageId, tries: 0 }), due: '$$NOW' });
  }

  async findToldUntil(bookingIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
    const filter = { booking_id: { $in: bookingIds.map(objectId) }, told_until: { $exists: true } };
    const found = await this.mails
      .find(filter, { booking_id: 1, told_until: 1 })
      .sort({ told_until: 1 })
      .lean<Required<Pick<MailDocument, 'booking_id' | 'told_until'>>[]>();
    return new Map(found.map(({ booking_id, told_until }) => [booking_id.toHexString(), told_until]));
  }

  async findById(id: string): Promise<Mail | undefined> {
    const found = await this.mails.findById(objectId(id)).lean<MailDocument>();
    return found === null ? undefined : toMail(found);
  }

  async list(page: PageRequest, { state, bookingId }: MailFilter): Promise<readonly Mail[]> {
    const wanted = {
      ...(state !== undefined && { state }),
      ...(bookingId !== undefined && { booking_id: objectId(bookingId) }),
    };
    const found = await this.mails
      .find({ $and: [wanted, ...pageConditions('created_at', page)] })
      .sort({ created_at: -1, _id: -1 })
      .limit(page.limit + 1)
      .lean<MailDocument[]>();
    return found.map(toMail);
  }

  private async move(
    { id, version }: MailRef,
    from: readonly MailState[],
    to: MailState,
    changes: Changes,
  ): Promise<Mail | undefined> {
    const filter = { _id: objectId(id), version, state: { $in: [...from] } };
    const written = { ...changes, state: to, version: { $add: ['$version', 1] }, changed_at: '$$NOW' };
    const moved = await changeOne(this.mails, filter, [{ $set: written }]);
    return moved === null ? undefined : toMail(moved);
  }
}

function toMail(document: MailDocument): Mail {
  const { _id, name, kind, to, subject, text, html, calendar, state, version, tries, due, answer } = document;
  return {
    ...{ id: _id.toHexString(), bookingId: document.booking_id?.toHexString(), name, kind, to },
    ...{
      linkId: document.link_id?.toHexString(),
      messageId: document.message_id,
      subject,
      text,
      html,
      calendar,
      state,
      version,
      tries,
    },
    ...{ writtenAt: document.created_at, changedAt: document.changed_at, toldUntil: document.told_until },
    ...(due !== undefined && { due }),
    ...(answer !== undefined && {
      answer: { code: answer.code, text: answer.text, mayHaveArrived: answer.may_have_arrived },
    }),
  };
}
