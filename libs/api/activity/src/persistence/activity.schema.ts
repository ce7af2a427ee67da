import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { ActivityAction, Snapshot } from '../activity';

@Schema({ collection: 'activities', versionKey: false, strict: 'throw', minimize: false })
export class ActivityDocument {
  _id: Types.ObjectId;

  @Prop({ type: String, required: true })
  event: string;

  @Prop({ type: Date, required: true })
  at: Date;

  @Prop({ type: Types.ObjectId, required: true })
  by: Types.ObjectId;

  @Prop({ type: String, required: true })
  action: ActivityAction;

  @Prop({ type: Object, required: true })
  of: { readonly kind: 'booking' | 'plan' | 'show' | 'organiser'; readonly id: Types.ObjectId };

  /** Absent where there was nothing. */
  @Prop({ type: Object })
  before?: Snapshot;

  @Prop({ type: Object, required: true })
  after: Snapshot;

  @Prop({ type: String })
  reason?: string;
}

export const ActivitySchema = SchemaFactory.createForClass(ActivityDocument);
// The race of two processes that add the same entry: only one is stored.
ActivitySchema.index({ event: 1 }, { unique: true });
// The log, latest first.
ActivitySchema.index({ at: -1, _id: -1 });
// What was done to one thing, latest first.
ActivitySchema.index({ 'of.id': 1, at: -1, _id: -1 });
