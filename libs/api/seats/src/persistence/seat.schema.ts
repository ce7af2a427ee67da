import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { BlockEventKind, BlockReason, SEAT_STATUSES, SeatStatus } from '@modex/domain';
import { Types } from 'mongoose';

/** What staff did to a seat. */
export interface BlockEventDocument {
  readonly kind: BlockEventKind;
  /** The block, or the release, that did it to all its seats. */
  readonly act: Types.ObjectId;
  readonly at: Date;
  readonly by: Types.ObjectId;
  readonly reason?: BlockReason;
  readonly words?: string;
}

@Schema({ collection: 'seats', versionKey: false, strict: 'throw' })
export class SeatDocument {
  _id: Types.ObjectId;

  @Prop({ type: Types.ObjectId, required: true })
  show_id: Types.ObjectId;

  /** Empty where the plan has one section, which nobody names. */
  @Prop({ type: String, default: '' })
  section: string;

  @Prop({ type: String, required: true })
  row_number: string;

  /** The number printed on it; if that is no whole number, its place in the row. */
  @Prop({ type: Number, required: true })
  seat_number: number;

  /** What is printed on it; absent where that is `seat_number`. */
  @Prop({ type: String })
  label?: string;

  /** Key of its category in the plan; absent in seats of an earlier version, whose plans had one. */
  @Prop({ type: String })
  category?: string;

  /** Number of its place in the plan, as in the last 8 hex digits of its id. */
  @Prop({ type: Number, required: true })
  place: number;

  @Prop({ type: String, enum: SEAT_STATUSES, required: true })
  status: SeatStatus;

  /** The booking that owns the seat; absent unless HELD or BOOKED. */
  @Prop({ type: Types.ObjectId })
  booking_id?: Types.ObjectId;

  /** The version of the hold that locked it; absent unless HELD. */
  @Prop({ type: Number })
  version?: number;

  /** The block that it stands under; absent unless BLOCKED. */
  @Prop({ type: Types.ObjectId })
  block_id?: Types.ObjectId;

  /** What staff did to it, oldest first, each added by the write that did it; absent for nothing. */
  @Prop({ type: [Object], default: undefined })
  block_events?: readonly BlockEventDocument[];

  /**
   * The version of its show's plan since which it is called what it is called and costs what it costs; absent: since the
   * show was made. Who knows only an earlier one cannot take it.
   */
  @Prop({ type: Number })
  since_version?: number;

  /** The switch of the plan that made it, or has set it aside; absent for neither. */
  @Prop({ type: Types.ObjectId })
  switch_id?: Types.ObjectId;

  /** What `since_version` and `label` were before it was set aside. */
  @Prop({ type: Number })
  since_before?: number;

  @Prop({ type: String })
  label_before?: string;

  /** When its status changed last, by the database's clock; absent: it is as it was made. */
  @Prop({ type: Date })
  changed_at?: Date;
}

export const SeatSchema = SchemaFactory.createForClass(SeatDocument);
// No place of a plan is sold as two seats. Partial, for what an instance of the version before may still write.
SeatSchema.index({ show_id: 1, place: 1 }, { unique: true, partialFilterExpression: { place: { $exists: true } } });
// No two seats of a show have one name.
SeatSchema.index({ show_id: 1, section: 1, row_number: 1, seat_number: 1, label: 1 }, { unique: true });
// The seat map in layout order; also the shard key with the point look-up of a conditional write.
SeatSchema.index({ show_id: 1, _id: 1 });
// Counts of sold, held and blocked seats without reading the free ones.
SeatSchema.index({ show_id: 1, status: 1 });
// What changed since a moment. Partial: a seat that nobody ever wanted costs nothing.
SeatSchema.index({ show_id: 1, changed_at: 1 }, { partialFilterExpression: { changed_at: { $exists: true } } });
// What a switch of the plan made. Partial: in a show that never switched there is none.
SeatSchema.index({ show_id: 1, switch_id: 1 }, { partialFilterExpression: { switch_id: { $exists: true } } });
