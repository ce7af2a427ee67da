import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { changeOne, literals, objectId, pageConditions, PageRequest, whenNew } from '@modex/api-core';
import { Model } from 'mongoose';
import { PlanRecord, PlanVersion } from '../plan';
import { DraftFields, NewVersion, PlanRepository } from '../plan.repository';
import { PlanDocument, VersionDocument } from './plan.schema';

@Injectable()
export class MongoosePlanRepository extends PlanRepository {
  constructor(@InjectModel(PlanDocument.name) private readonly plans: Model<PlanDocument>) {
    super();
  }

  async create(planId: string, draft: DraftFields): Promise<PlanRecord> {
    const fields = { ...fieldsOf(draft), revision: 1, latest_version: 0, versions: [], archived: false };
    const times = { created_at: '$$NOW', updated_at: '$$NOW' };
    const stages = [whenNew({ ...literals(fields), ...times })];
    return toPlan((await changeOne(this.plans, { _id: objectId(planId) }, stages, { upsert: true })) as PlanDocument);
  }

  async find(planId: string): Promise<PlanRecord | undefined> {
    const found = await this.plans.findById(objectId(planId)).lean<PlanDocument>();
    return found === null ? undefined : toPlan(found);
  }

  async findNames(planIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (planIds.length === 0) return new Map();
    const found = await this.plans
      .find({ _id: { $in: planIds.map(objectId) } }, { name: 1 })
      .lean<Pick<PlanDocument, '_id' | 'name'>[]>();
    return new Map(found.map(({ _id, name }) => [_id.toHexString(), name]));
  }

  async list(page: PageRequest, archived: boolean): Promise<readonly PlanRecord[]> {
    const found = await this.plans
      .find({ $and: [{ archived }, ...pageConditions('created_at', page)] })
      .sort({ created_at: -1, _id: -1 })
      .limit(page.limit + 1)
      .lean<PlanDocument[]>();
    return found.map(toPlan);
  }

  async saveDraft(planId: string, revision: number, draft: DraftFields): Promise<PlanRecord | undefined> {
    const venue = draft.venue === null ? { venue: '$$REMOVE' } : {};
    const next = { ...literals({ ...fieldsOf(draft), revision: revision + 1 }), ...venue, updated_at: '$$NOW' };
    return this.change({ _id: objectId(planId), revision }, next);
  }

  async publish(planId: string, revision: number, { version, ...said }: NewVersion): Promise<PlanRecord | undefined> {
    const entry = {
      ...literals({ version, places: said.places, published_by: objectId(said.publishedBy) }),
      ...{ drawing: objectId(said.drawing), layout: objectId(said.layout), published_at: '$$NOW' },
    };
    const filter = { _id: objectId(planId), revision, latest_version: version - 1 };
    const versions = { $concatArrays: ['$versions', [entry]] };
    return this.change(filter, { versions, latest_version: { $literal: version }, updated_at: '$$NOW' });
  }

  async archive(planId: string, archived: boolean): Promise<PlanRecord | undefined> {
    return this.change({ _id: objectId(planId) }, { archived, updated_at: '$$NOW' });
  }

  async remove(planId: string): Promise<boolean> {
    const { deletedCount } = await this.plans.deleteOne({ _id: objectId(planId), latest_version: 0 });
    return deletedCount === 1;
  }

  private async change(filter: object, fields: object): Promise<PlanRecord | undefined> {
    const changed = await changeOne(this.plans, filter, [{ $set: fields }]);
    return changed === null ? undefined : toPlan(changed);
  }
}

function fieldsOf({ name, venue, places, nextNumber, draft, editedBy }: DraftFields): Record<string, unknown> {
  const ids = { draft: objectId(draft), edited_by: objectId(editedBy) };
  return { name, ...(venue === null ? {} : { venue }), places, next_number: nextNumber, ...ids };
}

function toPlan(document: PlanDocument): PlanRecord {
  const { _id, name, venue = null, places, revision, archived } = document;
  return {
    ...{ id: _id.toHexString(), name, venue, places, revision, archived },
    editedBy: document.edited_by.toHexString(),
    draft: document.draft.toHexString(),
    nextNumber: document.next_number,
    versions: document.versions.map(toVersion),
    createdAt: document.created_at,
    updatedAt: document.updated_at,
  };
}

function toVersion({ version, places, published_at, published_by, drawing, layout }: VersionDocument): PlanVersion {
  return {
    ...{ version, places, publishedAt: published_at, publishedBy: published_by.toHexString() },
    ...{ drawing: drawing.toHexString(), layout: layout.toHexString() },
  };
}
