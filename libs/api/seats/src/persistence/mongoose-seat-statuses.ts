import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { objectId } from '@modex/api-core';
import { placeNumberOf, SEAT_STATUSES, SeatStatus, statusCode } from '@modex/domain';
import { Model, PipelineStage, Types } from 'mongoose';
import { SeatStatuses, StatusReading } from '../board/seat-statuses';
import { SeatDocument } from './seat.schema';

const TAKEN = SEAT_STATUSES.filter((status) => status !== 'AVAILABLE');
/** Before any change. */
const FIRST = new Date(0);

/** All that was found, as two lists: half the cost of a document for each seat. DocumentDB tells no time in a `$group`. */
const AS_LISTS: readonly (PipelineStage.Group | PipelineStage.Set)[] = [
  { $group: { _id: null, ids: { $push: '$_id' }, statuses: { $push: '$status' } } },
  { $set: { readAt: '$$NOW' } },
];

interface Lists {
  readonly ids: readonly Types.ObjectId[];
  readonly statuses: readonly SeatStatus[];
  readonly readAt: Date;
}

@Injectable()
export class MongooseSeatStatuses extends SeatStatuses {
  constructor(@InjectModel(SeatDocument.name) private readonly seats: Model<SeatDocument>) {
    super();
  }

  async findTaken(showId: string): Promise<StatusReading> {
    return this.read([{ $match: { show_id: objectId(showId), status: { $in: TAKEN } } }]);
  }

  async findChanged(showId: string, since = FIRST): Promise<StatusReading> {
    const changed = { show_id: objectId(showId), changed_at: { $gte: since } };
    return this.read([{ $match: changed }, { $sort: { changed_at: 1 } }]);
  }

  private async read(stages: PipelineStage[]): Promise<StatusReading> {
    const [lists] = await this.seats.aggregate<Lists>([...stages, ...AS_LISTS]);
    // The place stands in the id too, also where an earlier version stored no place.
    const places = lists?.ids.map((id) => placeNumberOf(id.toHexString())) ?? [];
    return { places, codes: lists?.statuses.map(statusCode) ?? [], readAt: lists?.readAt };
  }
}
