import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { SHOW_STATUSES, ShowStatus } from '@modex/domain';
import { Types } from 'mongoose';

@Schema({ collection: 'shows', versionKey: false, strict: 'throw' })
export class ShowDocument {
  _id: Types.ObjectId;

  @Prop({ type: String, required: true })
  title: string;

  @Prop({ type: Date, required: true })
  start_time: Date;

  @Prop({ type: String })
  venue?: string;

  @Prop({ type: String })
  description?: string;

  @Prop({ type: String, enum: SHOW_STATUSES, required: true })
  status: ShowStatus;

  @Prop({ type: Number, required: true })
  total_seats: number;

  @Prop({ type: Number, required: true })
  seats_per_row: number;

  /** First 16 hex digits of the ids of its seats. */
  @Prop({ type: String, required: true })
  seat_prefix: string;

  /** Version of the layout; a changed house would raise it. */
  @Prop({ type: Number, required: true })
  layout_version: number;

  @Prop({ type: Date, required: true })
  created_at: Date;

  /** When the sweep must look at it next; absent once nothing can be left behind. For CREATING, the end of the lease. */
  @Prop({ type: Date })
  sweep_at?: Date;

  /** Since when it is due for the sweep. */
  @Prop({ type: Date })
  ended_at?: Date;
}

export const ShowSchema = SchemaFactory.createForClass(ShowDocument);
// The visitors' list: on sale, soonest first; the id makes pages exact.
ShowSchema.index({ status: 1, start_time: 1, _id: 1 });
// The organiser's list: latest created first.
ShowSchema.index({ created_at: -1, _id: -1 });
// The sweep: few documents carry the field.
ShowSchema.index({ sweep_at: 1 }, { sparse: true });
