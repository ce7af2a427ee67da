import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { Types } from 'mongoose';

/** A published version. */
export interface VersionDocument {
  readonly version: number;
  readonly places: number;
  readonly published_at: Date;
  readonly published_by: Types.ObjectId;
  readonly drawing: Types.ObjectId;
  readonly layout: Types.ObjectId;
}

@Schema({ collection: 'plans', versionKey: false, strict: 'throw' })
export class PlanDocument {
  _id: Types.ObjectId;

  @Prop({ type: String, required: true })
  name: string;

  @Prop({ type: String })
  venue?: string;

  @Prop({ type: Number, required: true })
  places: number;

  @Prop({ type: Number, required: true })
  revision: number;

  @Prop({ type: Types.ObjectId, required: true })
  edited_by: Types.ObjectId;

  /** The content that is its draft. */
  @Prop({ type: Types.ObjectId, required: true })
  draft: Types.ObjectId;

  @Prop({ type: Number, required: true })
  next_number: number;

  /** The version that was published last; 0 before the first. */
  @Prop({ type: Number, required: true })
  latest_version: number;

  @Prop({ type: [Object], required: true })
  versions: VersionDocument[];

  @Prop({ type: Boolean, required: true })
  archived: boolean;

  @Prop({ type: Date, required: true })
  created_at: Date;

  @Prop({ type: Date, required: true })
  updated_at: Date;
}

export const PlanSchema = SchemaFactory.createForClass(PlanDocument);
// The list of plans, latest created first.
PlanSchema.index({ archived: 1, created_at: -1, _id: -1 });
