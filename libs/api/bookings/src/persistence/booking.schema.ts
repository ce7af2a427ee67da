import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { BOOKING_STATUSES, BookingStatus, ErrorCode } from '@modex/domain';
import { Types } from 'mongoose';

/** Why a booking ended without its seats. */
export interface FailureDocument {
  readonly code: ErrorCode;
  readonly detail: string;
  readonly seats: readonly Types.ObjectId[];
}

@Schema({ collection: 'bookings', versionKey: false, strict: 'throw' })
export class BookingDocument {
  _id: Types.ObjectId;

  @Prop({ type: Types.ObjectId, required: true })
  user_id: Types.ObjectId;

  @Prop({ type: Types.ObjectId, required: true })
  show_id: Types.ObjectId;

  /** Seat ids in lock order. */
  @Prop({ type: [Types.ObjectId], required: true })
  seats: Types.ObjectId[];

  @Prop({ type: String, enum: BOOKING_STATUSES, required: true })
  status: BookingStatus;

  @Prop({ type: Date, required: true })
  created_at: Date;

  @Prop({ type: Date, required: true })
  lease_until: Date;

  /** When the sweep must look at it next; absent once nothing can be left behind. */
  @Prop({ type: Date })
  sweep_at?: Date;

  @Prop({ type: String })
  idempotency_key?: string;

  @Prop({ type: Object })
  failure?: FailureDocument;

  /** Written by the compare-and-set that confirms. */
  @Prop({ type: Date })
  confirmed_at?: Date;

  /** Written by the compare-and-set that ends it, whichever that is. */
  @Prop({ type: Date })
  ended_at?: Date;

  /** The admin who booked for the customer; absent when the customer did. */
  @Prop({ type: Types.ObjectId })
  booked_by?: Types.ObjectId;

  /** The user who cancelled it. */
  @Prop({ type: Types.ObjectId })
  ended_by?: Types.ObjectId;
}

export const BookingSchema = SchemaFactory.createForClass(BookingDocument);
// The race of two requests with one key: the second insert fails, whichever comes first.
BookingSchema.index(
  { user_id: 1, idempotency_key: 1 },
  { unique: true, partialFilterExpression: { idempotency_key: { $exists: true } } },
);
// "My bookings", latest first.
BookingSchema.index({ user_id: 1, created_at: -1, _id: -1 });
// The organiser's list, and the bookings of a show that was cancelled.
BookingSchema.index({ show_id: 1, created_at: -1, _id: -1 });
// The sweep: only bookings under way or not yet settled carry the field.
BookingSchema.index({ sweep_at: 1 }, { sparse: true });
