import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { SEAT_STATUSES, SeatStatus } from '@modex/domain';
import { Types } from 'mongoose';

@Schema({ collection: 'seats', versionKey: false, strict: 'throw' })
export class SeatDocument {
  _id: Types.ObjectId;

  @Prop({ type: Types.ObjectId, required: true })
  show_id: Types.ObjectId;

  @Prop({ type: String, required: true })
  row_number: string;

  @Prop({ type: Number, required: true })
  seat_number: number;

  @Prop({ type: String, enum: SEAT_STATUSES, required: true })
  status: SeatStatus;

  /** The booking that owns the seat; absent unless BOOKED. */
  @Prop({ type: Types.ObjectId })
  booking_id?: Types.ObjectId;
}

export const SeatSchema = SchemaFactory.createForClass(SeatDocument);
// No seat of a house exists twice.
SeatSchema.index({ show_id: 1, row_number: 1, seat_number: 1 }, { unique: true });
// The seat map in layout order; also the shard key with the point look-up of a conditional write.
SeatSchema.index({ show_id: 1, _id: 1 });
// Counts of sold, held and blocked seats without reading the free ones.
SeatSchema.index({ show_id: 1, status: 1 });
