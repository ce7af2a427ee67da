import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { changeOne, isDuplicateKey, literals } from '@modex/api-core';
import { Organiser, OrganiserFields } from '@modex/domain';
import { Model } from 'mongoose';
import { OrganiserRepository } from '../organiser.repository';
import { OrganiserDocument } from './organiser.schema';

const ONLY = 'organiser';

@Injectable()
export class MongooseOrganiserRepository extends OrganiserRepository {
  constructor(@InjectModel(OrganiserDocument.name) private readonly organisers: Model<OrganiserDocument>) {
    super();
  }

  async find(): Promise<Organiser | undefined> {
    const stored = await this.organisers.findOne({ _id: ONLY }).lean<OrganiserDocument>();
    return stored === null ? undefined : toOrganiser(stored);
  }

  async replace(fields: OrganiserFields, version: number): Promise<Organiser | undefined> {
    const { name, address, email, imprintUrl, privacyUrl, termsUrl } = fields;
    const links = { imprint_url: imprintUrl, privacy_url: privacyUrl, terms_url: termsUrl };
    const said = Object.entries({ name, address, email, ...links }).filter(([, value]) => value !== null);
    const document = { _id: ONLY, ...literals(Object.fromEntries(said)), changed_at: '$$NOW' };
    const stage = { $replaceWith: { ...document, version: { $literal: version + 1 } } };
    try {
      // Nothing stored is version 0: then it is made, and the id lets only one make it.
      const filter = { _id: ONLY, version };
      const stored = await changeOne(this.organisers, filter, [stage], { upsert: version === 0 });
      return stored === null ? undefined : toOrganiser(stored);
    } catch (error) {
      if (isDuplicateKey(error)) return undefined;
      throw error;
    }
  }
}

function toOrganiser(stored: OrganiserDocument): Organiser {
  return {
    name: stored.name ?? null,
    address: stored.address ?? null,
    email: stored.email ?? null,
    imprintUrl: stored.imprint_url ?? null,
    privacyUrl: stored.privacy_url ?? null,
    termsUrl: stored.terms_url ?? null,
    version: stored.version,
    changedAt: stored.changed_at,
  };
}
