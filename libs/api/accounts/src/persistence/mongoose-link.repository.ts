import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { changeOne, isDuplicateKey, literals, objectId, onlyIf } from '@modex/api-core';
import { LinkPurpose } from '@modex/domain';
import { Model } from 'mongoose';
import { AccountLink, LinkSecret, NewLink } from '../links/link';
import { LinkRepository } from '../links/link.repository';
import { LinkDocument } from './link.schema';

type Found = LinkDocument & { readonly is_over: boolean };

const IS_OVER = { $set: { is_over: { $lte: ['$expires_at', '$$NOW'] } } };

@Injectable()
export class MongooseLinkRepository extends LinkRepository {
  constructor(@InjectModel(LinkDocument.name) private readonly links: Model<LinkDocument>) {
    super();
  }

  async put(link: NewLink, { linkId, seed, digest }: LinkSecret, lifeMs: number): Promise<void> {
    const { purpose, of, email, userId, invited } = link;
    const known = userId === undefined ? undefined : objectId(userId);
    const fields = {
      ...literals({ purpose, of, email, user_id: known, link_id: objectId(linkId), seed, digest }),
      ...literals({ role: invited?.role, invited_by: invited && objectId(invited.by) }),
      ...{ _id: '$_id', expires_at: { $add: ['$$NOW', lifeMs] }, due: '$$NOW' },
    };
    const write = () =>
      changeOne(this.links, { _id: `${purpose} ${of}` }, [{ $replaceWith: fields }], { upsert: true });
    try {
      await write();
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      // Two were the first at once: this one takes the place of the other.
      await write();
    }
  }

  async findUnwritten(limit: number): Promise<readonly AccountLink[]> {
    const due = [{ $match: { due: { $exists: true } } }, { $sort: { due: 1 as const } }, { $limit: limit }];
    return (await this.links.aggregate<Found>([...due, IS_OVER])).map(toLink);
  }

  async assign(linkId: string, userId: string): Promise<boolean> {
    const change = { $set: { user_id: objectId(userId) } };
    return (await this.links.updateOne({ link_id: objectId(linkId) }, change)).matchedCount > 0;
  }

  async written(linkId: string): Promise<void> {
    await this.links.updateOne({ link_id: objectId(linkId) }, { $unset: { due: 1 } });
  }

  async forgetSeed(linkId: string): Promise<void> {
    await this.links.updateOne({ link_id: objectId(linkId) }, { $unset: { seed: 1 } });
  }

  async remove(linkId: string): Promise<void> {
    await this.links.deleteMany({ link_id: objectId(linkId) });
  }

  async removeAllOf(userId: string): Promise<void> {
    await this.links.deleteMany({ user_id: objectId(userId), used_at: { $exists: false } });
  }

  async findById(linkId: string): Promise<AccountLink | undefined> {
    return this.findOne({ link_id: objectId(linkId) });
  }

  async findByDigest(purpose: LinkPurpose, digest: string): Promise<AccountLink | undefined> {
    return this.findOne({ digest, purpose });
  }

  async listInvitations(): Promise<readonly AccountLink[]> {
    const open = { $match: { role: { $exists: true }, used_at: { $exists: false } } };
    const live = { $match: { is_over: false } };
    return (await this.links.aggregate<Found>([open, IS_OVER, live, { $sort: { expires_at: -1, _id: 1 } }])).map(
      toLink,
    );
  }

  async use(linkId: string): Promise<boolean> {
    const unused = { link_id: objectId(linkId), used_at: { $exists: false } };
    const use = onlyIf({ $gt: ['$expires_at', '$$NOW'] }, { used_at: '$$NOW', seed: '$$REMOVE' });
    return (await changeOne(this.links, unused, [{ $set: use }]))?.used_at !== undefined;
  }

  private async findOne(filter: object): Promise<AccountLink | undefined> {
    const [found] = await this.links.aggregate<Found>([{ $match: filter }, IS_OVER]);
    return found && toLink(found);
  }
}

function toLink(found: Found): AccountLink {
  const { purpose, of, link_id, email, user_id, seed, expires_at, used_at, is_over, role, invited_by } = found;
  return {
    ...(role && invited_by && { invited: { role, by: invited_by.toHexString() } }),
    ...{ purpose, of, linkId: link_id.toHexString(), email, userId: user_id?.toHexString(), seed },
    ...{ endsAt: expires_at, isUsed: used_at !== undefined, isOver: is_over },
  };
}
