import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { changeOne, objectId } from '@modex/api-core';
import { Model } from 'mongoose';
import { EditedShow, ShowNewsRepository } from '../show-news.repository';
import { ShowDocument } from './show.schema';

@Injectable()
export class MongooseShowNewsRepository extends ShowNewsRepository {
  constructor(@InjectModel(ShowDocument.name) private readonly shows: Model<ShowDocument>) {
    super();
  }

  async findDue(limit: number): Promise<readonly EditedShow[]> {
    const found = await this.shows.aggregate<Pick<ShowDocument, '_id' | 'version'>>([
      { $match: { news_at: { $exists: true } } },
      { $set: { is_due: { $lte: ['$news_at', '$$NOW'] } } },
      { $match: { is_due: true } },
      { $sort: { news_at: 1 } },
      { $limit: limit },
      { $project: { version: 1 } },
    ]);
    return found.map(({ _id, version = 0 }) => ({ showId: _id.toHexString(), version }));
  }

  async told({ showId, version }: EditedShow): Promise<void> {
    await changeOne(this.shows, { _id: objectId(showId), version }, [{ $unset: 'news_at' }]);
  }
}
