import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { literals, newId, objectId, PageRequest } from '@modex/api-core';
import { Show, SHOW_MOVES, ShowStatus, statesBefore, VISIBLE_SHOW_STATUSES } from '@modex/domain';
import { Model, PipelineStage, QueryFilter, UpdateWithAggregationPipeline } from 'mongoose';
import { NewShow, ShowRepository, ShowSearch, SweepPause } from '../show.repository';
import { ShowDocument } from './show.schema';

type Found = ShowDocument & { bookable: boolean };

/** Whether the show can be booked, told by the database's clock in the same read. */
const BOOKABLE = { $and: [{ $eq: ['$status', 'ON_SALE'] }, { $gt: ['$start_time', '$$NOW'] }] };

@Injectable()
export class MongooseShowRepository extends ShowRepository {
  constructor(@InjectModel(ShowDocument.name) private readonly shows: Model<ShowDocument>) {
    super();
  }

  async open({ title, startTime, venue, description, layout }: NewShow, leaseMs: number): Promise<Show> {
    const fields = literals({
      title,
      start_time: startTime,
      venue: venue ?? undefined,
      description: description ?? undefined,
      status: 'CREATING' satisfies ShowStatus,
      total_seats: layout.totalSeats,
      seats_per_row: layout.seatsPerRow,
      seat_prefix: randomBytes(8).toString('hex'),
      layout_version: 1,
    });
    const times = { created_at: '$$NOW', sweep_at: { $add: ['$$NOW', leaseMs] } };
    const options = { upsert: true, returnDocument: 'after', updatePipeline: true } as const;
    const filter = { _id: objectId(newId()) };
    const show = await this.shows.findOneAndUpdate(filter, [{ $set: { ...fields, ...times } }], options).lean();
    return toShow({ ...(show as ShowDocument), bookable: false });
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
    const ended = { status: 'DISCARDED', sweep_at: '$$NOW', ended_at: '$$NOW' };
    return (await this.change(showId, ['CREATING'], [{ $set: ended }])) !== null;
  }

  async discardExpired(showId: string): Promise<boolean> {
    const over = { $lte: ['$sweep_at', '$$NOW'] };
    const ended = {
      status: { $cond: [over, 'DISCARDED', '$status'] },
      ended_at: { $cond: [over, '$$NOW', '$$REMOVE'] },
    };
    return (await this.change(showId, ['CREATING'], [{ $set: ended }]))?.status === 'DISCARDED';
  }

  async move(showId: string, to: 'ON_SALE' | 'CANCELLED'): Promise<Show | undefined> {
    const from = statesBefore(SHOW_MOVES, to).filter((status) => status !== 'CREATING');
    const due = to === 'CANCELLED' ? { sweep_at: '$$NOW', ended_at: '$$NOW' } : {};
    const show = await this.change(showId, from, [{ $set: { status: to, ...due } }]);
    return show === null ? undefined : this.findById(showId);
  }

  async findById(showId: string): Promise<Show | undefined> {
    const [show] = await this.find({ _id: objectId(showId) }, []);
    return show;
  }

  async findByIds(showIds: readonly string[]): Promise<readonly Show[]> {
    return this.find({ _id: { $in: showIds.map(objectId) } }, []);
  }

  async findBookable({ text, from, to }: ShowSearch, { limit, after }: PageRequest): Promise<readonly Show[]> {
    const conditions: QueryFilter<ShowDocument>[] = [{ status: 'ON_SALE' }];
    if (from !== undefined) conditions.push({ start_time: { $gte: from } });
    if (to !== undefined) conditions.push({ start_time: { $lte: to } });
    if (text !== undefined) {
      const part = { $regex: literally(text), $options: 'i' };
      conditions.push({ $or: [{ title: part }, { venue: part }] });
    }
    if (after !== undefined) {
      const { time, id } = after;
      conditions.push({
        $or: [{ start_time: { $gt: time } }, { start_time: time, _id: { $gt: objectId(id) } }],
      });
    }
    return this.find({ $and: conditions }, [
      { $match: { bookable: true } },
      { $sort: { start_time: 1, _id: 1 } },
      { $limit: limit + 1 },
    ]);
  }

  async findAll({ limit, after }: PageRequest): Promise<readonly Show[]> {
    const conditions: QueryFilter<ShowDocument>[] = [{ status: { $in: [...VISIBLE_SHOW_STATUSES] } }];
    if (after !== undefined) {
      const { time, id } = after;
      conditions.push({
        $or: [{ created_at: { $lt: time } }, { created_at: time, _id: { $lt: objectId(id) } }],
      });
    }
    return this.find({ $and: conditions }, [{ $sort: { created_at: -1, _id: -1 } }, { $limit: limit + 1 }]);
  }

  async findAllIds(): Promise<readonly string[]> {
    const shows = await this.shows.find({}, { _id: 1 }).sort({ _id: 1 }).lean<Pick<ShowDocument, '_id'>[]>();
    return shows.map(({ _id }) => _id.toHexString());
  }

  async findDue(limit: number): Promise<readonly Show[]> {
    return this.find({ sweep_at: { $exists: true } }, [
      { $set: { due: { $lte: ['$sweep_at', '$$NOW'] } } },
      { $match: { due: true } },
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

  private async find(filter: QueryFilter<ShowDocument>, stages: PipelineStage[]): Promise<readonly Show[]> {
    const pipeline: PipelineStage[] = [{ $match: filter }, { $set: { bookable: BOOKABLE } }, ...stages];
    return (await this.shows.aggregate<Found>(pipeline)).map(toShow);
  }

  /** One compare-and-set on the status. */
  private async change(
    showId: string,
    from: readonly ShowStatus[],
    update: UpdateWithAggregationPipeline,
  ): Promise<(ShowDocument & { extended?: boolean }) | null> {
    const filter = { _id: objectId(showId), status: { $in: [...from] } };
    const options = { returnDocument: 'after', updatePipeline: true } as const;
    return this.shows.findOneAndUpdate(filter, update, options).lean<ShowDocument & { extended?: boolean }>();
  }
}

/** The text as a pattern that matches just this text, in the dialect that every server shares. */
function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function toShow(show: Found): Show {
  return {
    id: show._id.toHexString(),
    title: show.title,
    startTime: show.start_time,
    venue: show.venue ?? null,
    description: show.description ?? null,
    status: show.status,
    totalSeats: show.total_seats,
    seatsPerRow: show.seats_per_row,
    seatPrefix: show.seat_prefix,
    createdAt: show.created_at,
    bookable: show.bookable,
  };
}
