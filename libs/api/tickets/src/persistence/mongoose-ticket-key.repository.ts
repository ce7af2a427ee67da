import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { isDuplicateKey } from '@modex/api-core';
import { Model, mongo } from 'mongoose';
import { TicketKey, TicketKeyRepository } from '../ticket-key';
import { TicketKeyDocument } from './ticket-key.schema';

@Injectable()
export class MongooseTicketKeyRepository extends TicketKeyRepository {
  constructor(@InjectModel(TicketKeyDocument.name) private readonly keys: Model<TicketKeyDocument>) {
    super();
  }

  async findAll(): Promise<readonly TicketKey[]> {
    return (await this.keys.find().sort({ _id: 1 }).lean<TicketKeyDocument[]>()).map((stored) => ({
      id: stored._id,
      privateKey: bytesOf(stored.private_key),
      publicKey: bytesOf(stored.public_key),
      createdAt: stored.created_at,
    }));
  }

  async add({ id, privateKey, publicKey }: Omit<TicketKey, 'createdAt'>): Promise<boolean> {
    try {
      await this.keys.create({ _id: id, private_key: privateKey, public_key: publicKey, created_at: new Date() });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }
}

/** A lean read gives the driver's own kind of bytes. */
function bytesOf(stored: Buffer | mongo.Binary): Buffer {
  return Buffer.from('buffer' in stored && stored instanceof mongo.Binary ? stored.value() : (stored as Buffer));
}
