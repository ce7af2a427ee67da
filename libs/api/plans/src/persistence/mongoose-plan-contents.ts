import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { newId, objectId } from '@modex/api-core';
import { Model, mongo } from 'mongoose';
import { PlanContents } from '../plan-contents';
import { PlanPieceDocument } from './plan-piece.schema';

/** Half of what a document may have. */
const PIECE_BYTES = 8 * 1024 * 1024;
/** How long a content may wait to be named by its plan. */
const YOUNG_MS = 10 * 60_000;

@Injectable()
export class MongoosePlanContents extends PlanContents {
  constructor(@InjectModel(PlanPieceDocument.name) private readonly pieces: Model<PlanPieceDocument>) {
    super();
  }

  async put(planId: string, bytes: Buffer): Promise<string> {
    const content = newId();
    const pieces = Math.ceil(bytes.length / PIECE_BYTES);
    for (let piece = 0; piece < pieces; piece++) {
      await this.pieces.collection.insertOne({
        ...{ _id: objectId(newId()), plan: objectId(planId), content: objectId(content), piece, pieces },
        bytes: new mongo.Binary(bytes.subarray(piece * PIECE_BYTES, (piece + 1) * PIECE_BYTES)),
        created_at: new Date(),
      });
    }
    return content;
  }

  async get(content: string): Promise<Buffer | undefined> {
    const found = await this.pieces.find({ content: objectId(content) }).lean<PlanPieceDocument[]>();
    if (found.length === 0 || found.length !== found[0]?.pieces) return undefined;
    // Sorted here: DocumentDB loses the order of documents so large that each is a batch of its own.
    const inOrder = found.toSorted((one, other) => one.piece - other.piece);
    return Buffer.concat(inOrder.map(({ bytes }) => Buffer.from(bytes.buffer)));
  }

  async keepOnly(planId: string, named: readonly string[], replaced: string): Promise<void> {
    const over = [{ created_at: { $lt: new Date(Date.now() - YOUNG_MS) } }, { content: objectId(replaced) }];
    await this.pieces.deleteMany({ plan: objectId(planId), content: { $nin: named.map(objectId) }, $or: over });
  }

  async removeAll(planId: string): Promise<void> {
    await this.pieces.deleteMany({ plan: objectId(planId) });
  }
}
