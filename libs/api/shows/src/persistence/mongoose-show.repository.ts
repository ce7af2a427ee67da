import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import {
  changeOne,
  isDuplicateKey,
  literals,
  newId,
  objectId,
  pageConditions,
  PageRequest,
  Settings,
  whenNew,
} from '@modex/api-core';
import { Show, SHOW_MOVES, ShowChange, ShowStatus, statesBefore, VISIBLE_SHOW_STATUSES } from '@modex/domain';
import { Model, PipelineStage, QueryFilter } from 'mongoose';
import {
  CreationRequest,
  KnownShow,
  NewShow,
  OpenedShow,
  ShowMove,
  ShowRepository,
  ShowSearch,
  StoredEdit,
  SweepPause,
} from '../show.repository';
import { matching } from './search-key';
import { fieldsOf, Found, toChange, toShow } from './show-document';
import { EDITABLE_STATUSES, editStage } from './show-edit';
import { ShowDocument } from './show.schema';

/** Told by the database's clock in the same read. */
const STARTED = { $lte: ['$start_time', '$$NOW'] };

@Injectable()
export class MongooseShowRepository extends ShowRepository {
  constructor(
    @InjectModel(ShowDocument.name) private readonly shows: Model<ShowDocument>,
    private readonly settings: Settings,
  ) {
    super();
  }

  async open(show: NewShow, leaseMs: number): Promise<OpenedShow> {
    const times = { created_at: '$$NOW', sweep_at: { $add: ['$$NOW', leaseMs] } };
    const stages = [whenNew({ ...literals(fieldsOf(show, this.settings.venueTimeZone)), ...times })];
    try {
      const stored = (await changeOne(this.shows, { _id: objectId(newId()) }, stages, {
        upsert: true,
      })) as ShowDocument;
      return { kind: 'opened', show: this.toShow({ ...stored, read_at: stored.created_at }) };
    } catch (error) {
      if (!isDuplicateKey(error) || show.request === undefined) throw error;
      // Undefined when that creation was given up in between, which freed the key.
      return (await this.findByRequest(show.request)) ?? this.open(show, leaseMs);
    }
  }

  async findByRequest({ userId, idempotencyKey }: CreationRequest): Promise<KnownShow | undefined> {
    const filter = { created_by: objectId(userId), idempotency_key: idempotencyKey };
    const known = await this.shows.findOne(filter).lean<ShowDocument>();
    const show = known === null ? undefined : await this.findById(known._id.toHexString());
    return show && { kind: 'known', show, digest: known?.request_digest ?? '' };
  }

  async extendCreation(showId: string, leaseMs: number): Promise<boolean> {
    const live = { $gt: ['$sweep_at', '$$NOW'] };
    const extended = { $cond: [live, { $add: ['$$NOW', leaseMs] }, '$sweep_at'] };
    const show = await this.change(showId, ['CREATING'], [{ $set: { extended: live, sweep_at: extended } }]);
    return show?.extended === true;
  }

  async complete(showId: string, status: 'DRAFT' | 'ON_SALE'): Promise<Show | undefined> {
    const live = { $gt: ['$sweep_at', '$$NOW'] };
    const show = await this.change(
      showId,
      ['CREATING'],
      [
        {
          $set: {
            status: { $cond: [live, status, '$status'] },
            sweep_at: { $cond: [live, '$$REMOVE', '$sweep_at'] },
          },
        },
        { $unset: 'extended' },
      ],
    );
    return show?.status === status ? this.findById(showId) : undefined;
  }

  async discard(showId: string): Promise<boolean> {
    const ended = { status: 'DISCARDED', sweep_at: '$$NOW', ended_at: '$$NOW', idempotency_key: '$$REMOVE' };
    return (await this.change(showId, ['CREATING'], [{ $set: ended }])) !== null;
  }

  async discardExpired(showId: string): Promise<boolean> {
    const over = { $lte: ['$sweep_at', '$$NOW'] };
    const ended = {
      status: { $cond: [over, 'DISCARDED', '$status'] },
      ended_at: { $cond: [over, '$$NOW', '$$REMOVE'] },
      idempotency_key: { $cond: [over, '$$REMOVE', '$idempotency_key'] },
    };
    return (await this.change(showId, ['CREATING'], [{ $set: ended }]))?.status === 'DISCARDED';
  }

  async move(showId: string, to: ShowMove, reason?: string): Promise<Show | undefined> {
    const from = statesBefore(SHOW_MOVES, to).filter((status) => status !== 'CREATING');
    const due = to === 'ON_SALE' ? {} : { sweep_at: '$$NOW', ended_at: '$$NOW' };
    const why = literals({ cancel_reason: reason });
    const status = to === 'ON_SALE' ? { $cond: [STARTED, '$status', to] } : to;
    const show = await this.change(showId, from, [{ $set: { status, ...due, ...why } }]);
    return show?.status === to ? this.findById(showId) : undefined;
  }

  async edit(showId: string, edit: StoredEdit): Promise<Show | undefined> {
    // A show that was never edited has no version, and null finds what is absent.
    const filter: QueryFilter<ShowDocument> = { _id: objectId(showId), version: edit.version || null };
    const seen = await this.shows.findOne(filter, { changes: 1 }).lean<Pick<ShowDocument, 'changes'>>();
    if (seen === null) return undefined;
    const editable = { ...filter, status: { $in: EDITABLE_STATUSES } };
    const stage = editStage(edit, seen.changes ?? []);
    const show = await changeOne(this.shows, editable, [stage]);
    return show?.version === edit.version + 1 ? this.findById(showId) : undefined;
  }

  async findById(showId: string): Promise<Show | undefined> {
    const [show] = await this.find({ _id: objectId(showId) }, []);
    return show;
  }

  async findByIds(showIds: readonly string[]): Promise<readonly Show[]> {
    return this.find({ _id: { $in: showIds.map(objectId) } }, []);
  }

  async findChanges(showIds: readonly string[]): Promise<ReadonlyMap<string, readonly ShowChange[]>> {
    const filter = { _id: { $in: showIds.map(objectId) }, version: { $gt: 0 } };
    const shows = await this.shows.find(filter, { changes: 1 }).lean<Pick<ShowDocument, '_id' | 'changes'>[]>();
    return new Map(shows.map(({ _id, changes = [] }) => [_id.toHexString(), changes.map(toChange)]));
  }

  async findToCome({ text, from, to }: ShowSearch, { limit, after }: PageRequest): Promise<readonly Show[]> {
    const conditions: QueryFilter<ShowDocument>[] = [{ status: 'ON_SALE' }];
    if (from !== undefined) conditions.push({ start_time: { $gte: from } });
    if (to !== undefined) conditions.push({ start_time: { $lte: to } });
    if (text) conditions.push(matching(text));
    if (after !== undefined) {
      const { time, id } = after;
      conditions.push({
        $or: [{ start_time: { $gt: time } }, { start_time: time, _id: { $gt: objectId(id) } }],
      });
    }
    return this.find({ $and: conditions }, [
      { $set: { started: STARTED } },
      { $match: { started: false } },
      { $sort: { start_time: 1, _id: 1 } },
      { $limit: limit + 1 },
    ]);
  }

  async findAll(page: PageRequest): Promise<readonly Show[]> {
    const conditions = [{ status: { $in: [...VISIBLE_SHOW_STATUSES] } }, ...pageConditions('created_at', page)];
    return this.find({ $and: conditions }, [{ $sort: { created_at: -1, _id: -1 } }, { $limit: page.limit + 1 }]);
  }

  async findAllIds(): Promise<readonly string[]> {
    const shows = await this.shows.find({}, { _id: 1 }).sort({ _id: 1 }).lean<Pick<ShowDocument, '_id'>[]>();
    return shows.map(({ _id }) => _id.toHexString());
  }

  async findDue(statuses: readonly ShowStatus[], limit: number): Promise<readonly Show[]> {
    return this.find({ sweep_at: { $exists: true } }, [
      { $set: { due: { $lte: ['$sweep_at', '$$NOW'] } } },
      { $match: { due: true, status: { $in: [...statuses] } } },
      { $sort: { sweep_at: 1 } },
      { $limit: limit },
    ]);
  }

  async isWatched(showId: string): Promise<boolean> {
    return (await this.shows.exists({ _id: objectId(showId), sweep_at: { $exists: true } })) !== null;
  }

  async swept(showId: string, status: ShowStatus, { pauseMs, watchMs }: SweepPause): Promise<void> {
    const clear = { $gte: ['$$NOW', { $add: ['$ended_at', watchMs] }] };
    const next = { $cond: [clear, '$$REMOVE', { $add: ['$$NOW', pauseMs] }] };
    await this.change(showId, [status], [{ $set: { sweep_at: next } }]);
  }

  /** Leaves out the history of changes, which only few readers need. */
  private async find(filter: QueryFilter<ShowDocument>, stages: PipelineStage[]): Promise<readonly Show[]> {
    // The changes leave last: DocumentDB refuses $$NOW in a condition that follows an $unset.
    const read: PipelineStage.Set = { $set: { read_at: '$$NOW' } };
    const pipeline: PipelineStage[] = [{ $match: filter }, read, ...stages, { $unset: 'changes' }];
    return (await this.shows.aggregate<Found>(pipeline)).map((show) => this.toShow(show));
  }

  /** One compare-and-set on the status. */
  private async change(
    showId: string,
    from: readonly ShowStatus[],
    stages: readonly object[],
  ): Promise<(ShowDocument & { extended?: boolean }) | null> {
    const filter = { _id: objectId(showId), status: { $in: [...from] } };
    return changeOne(this.shows, filter, stages);
  }

  private toShow(show: Found): Show {
    return toShow(show, this.settings.venueTimeZone);
  }
}
