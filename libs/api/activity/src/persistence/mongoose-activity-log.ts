import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { isDuplicateKey, newId, objectId, pageConditions, PageRequest } from '@modex/api-core';
import { Model } from 'mongoose';
import { Activity, NewActivity } from '../activity';
import { ActivityLog } from '../activity-log';
import { ActivityDocument } from './activity.schema';

@Injectable()
export class MongooseActivityLog extends ActivityLog {
  constructor(@InjectModel(ActivityDocument.name) private readonly activities: Model<ActivityDocument>) {
    super();
  }

  async record({ event, at, by, action, of, before, after, reason }: NewActivity): Promise<void> {
    const entry = {
      ...{ _id: objectId(newId()), event, at, by: objectId(by), action, after },
      of: { kind: of.kind, id: objectId(of.id) },
      ...(before !== null && { before }),
      ...(reason !== undefined && { reason }),
    };
    try {
      await this.activities.collection.insertOne(entry);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }

  async list(page: PageRequest, ofId?: string): Promise<readonly Activity[]> {
    const wanted = ofId === undefined ? {} : { 'of.id': objectId(ofId) };
    const found = await this.activities
      .find({ $and: [wanted, ...pageConditions('at', page)] })
      .sort({ at: -1, _id: -1 })
      .limit(page.limit + 1)
      .lean<ActivityDocument[]>();
    return found.map(toActivity);
  }
}

function toActivity({ _id, event, at, by, action, of, before, after, reason }: ActivityDocument): Activity {
  return {
    ...{ id: _id.toHexString(), event, at, by: by.toHexString(), action, before: before ?? null, after },
    of: { kind: of.kind, id: of.id.toHexString() },
    ...(reason !== undefined && { reason }),
  };
}
