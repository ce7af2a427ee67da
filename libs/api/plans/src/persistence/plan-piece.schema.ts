import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { mongo, Types } from 'mongoose';

/** A piece of a content. */
@Schema({ collection: 'plan_pieces', versionKey: false, strict: 'throw' })
export class PlanPieceDocument {
  _id: Types.ObjectId;

  @Prop({ type: Types.ObjectId, required: true })
  plan: Types.ObjectId;

  @Prop({ type: Types.ObjectId, required: true })
  content: Types.ObjectId;

  /** Which piece, from 0, and of how many: a content without one of them does not exist. */
  @Prop({ type: Number, required: true })
  piece: number;

  @Prop({ type: Number, required: true })
  pieces: number;

  @Prop({ type: Buffer, required: true })
  bytes: mongo.Binary;

  @Prop({ type: Date, required: true })
  created_at: Date;
}

export const PlanPieceSchema = SchemaFactory.createForClass(PlanPieceDocument);
// Reads a content, piece after piece.
PlanPieceSchema.index({ content: 1, piece: 1 }, { unique: true });
// Finds what a plan no longer names.
PlanPieceSchema.index({ plan: 1, created_at: 1 });
