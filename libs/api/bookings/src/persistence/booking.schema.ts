import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { BOOKING_STATUSES, BookingEventKind, BookingStatus, ErrorCode, Means } from '@modex/domain';
import { Types } from 'mongoose';
import { BookingPriceDocument } from './booking-price-document';

/** Why a booking ended without its seats. */
export interface FailureDocument {
  readonly code: ErrorCode;
  readonly detail: string;
  readonly seats: readonly Types.ObjectId[];
  readonly limit?: number;
  readonly bought?: number;
}

/** What a seat was called when it was sold. */
export interface SeatNameDocument {
  readonly seat: Types.ObjectId;
  readonly section: string;
  readonly row_number: string;
  readonly seat_number: number;
  readonly name: string;
}

/** A seat that was given back while the rest of the booking stayed. */
export interface ReturnedSeatDocument {
  readonly seat: Types.ObjectId;
  readonly at: Date;
  readonly by?: Types.ObjectId;
  readonly reason?: string;
}

/** A change of a hold that is under way. */
export interface HoldChangeDocument {
  readonly id: Types.ObjectId;
  /** The seats that the hold is to have, in lock order. */
  readonly seats: readonly Types.ObjectId[];
  readonly until: Date;
}

/** What happened to the booking and somebody waits for. */
export interface BookingEventDocument {
  readonly number: number;
  readonly at: Date;
  readonly kind: BookingEventKind;
  readonly seats: readonly Types.ObjectId[];
  readonly left: readonly Types.ObjectId[];
  readonly by?: Types.ObjectId;
  readonly reason?: string;
  readonly readers: readonly string[];
}

/** What was paid at the counter. */
export interface TillDocument {
  readonly version: number;
  readonly receipts: readonly {
    readonly id: string;
    readonly amount: number;
    readonly means: Means;
    readonly at: Date;
    readonly by: Types.ObjectId;
  }[];
}

/** What became of the tickets. */
export interface TicketsDocument {
  readonly version: number;
  readonly entries: readonly {
    readonly seat: Types.ObjectId;
    readonly issue: number;
    readonly scan: string;
    readonly at: Date;
    readonly by: Types.ObjectId;
    readonly door: string | null;
  }[];
  readonly reissued: readonly { readonly seat: Types.ObjectId; readonly issue: number }[];
}

/** The index of "my bookings", latest first, and of the bookings of people who were found by name. */
export const OF_USERS = { user_id: 1, created_at: -1, _id: -1 } as const;

@Schema({ collection: 'bookings', versionKey: false, strict: 'throw' })
export class BookingDocument {
  _id: Types.ObjectId;

  /** Eight characters that the customer names it by. Random; not unique, which a sharded cluster could not hold. */
  @Prop({ type: String, required: true })
  code: string;

  @Prop({ type: Types.ObjectId, required: true })
  user_id: Types.ObjectId;

  @Prop({ type: Types.ObjectId, required: true })
  show_id: Types.ObjectId;

  /** Seat ids in lock order. */
  @Prop({ type: [Types.ObjectId], required: true })
  seats: Types.ObjectId[];

  /** Names of all seats that it was made for, in lock order; absent where an instance of an earlier version made it. */
  @Prop({ type: [Object], default: undefined })
  seat_names?: SeatNameDocument[];

  /** What they cost; absent where the show was free of charge, and until a hold is confirmed. */
  @Prop({ type: Object })
  price?: BookingPriceDocument;

  /** Absent while nothing was paid. */
  @Prop({ type: Object })
  till?: TillDocument;

  /** Absent while no ticket was used or issued anew. */
  @Prop({ type: Object })
  tickets?: TicketsDocument;

  /** Absent when none was given back. */
  @Prop({ type: [Object], default: undefined })
  returned?: ReturnedSeatDocument[];

  @Prop({ type: String, enum: BOOKING_STATUSES, required: true })
  status: BookingStatus;

  @Prop({ type: Date, required: true })
  created_at: Date;

  @Prop({ type: Date, required: true })
  lease_until: Date;

  /** When the sweep must look at it next; absent once nothing can be left behind. */
  @Prop({ type: Date })
  sweep_at?: Date;

  /**
   * It is the customer's one open booking of the show: a hold, or any where the show has a limit. Absent once it
   * confirmed, or no seat can carry its id any more.
   */
  @Prop({ type: Boolean })
  open?: boolean;

  /** Where an anonymous guest held from, as a digest of the network. */
  @Prop({ type: String })
  origin?: string;

  @Prop({ type: String })
  idempotency_key?: string;

  @Prop({ type: Object })
  failure?: FailureDocument;

  /** Written by the compare-and-set that made it HELD. */
  @Prop({ type: Date })
  held_at?: Date;

  /** When the hold was made, changed or extended last. */
  @Prop({ type: Date })
  written_at?: Date;

  /** How many changes of the hold ever began; absent for none. */
  @Prop({ type: Number })
  version?: number;

  /** The change under way. */
  @Prop({ type: Object })
  change?: HoldChangeDocument;

  /** Seats that may still carry its id though `seats` does not name them any more; absent for none. */
  @Prop({ type: [Types.ObjectId], default: undefined })
  leaving?: Types.ObjectId[];

  /** How many seats the hold may have, where the show has a limit per customer. */
  @Prop({ type: Number })
  at_most?: number;

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

  /** Why it was cancelled. */
  @Prop({ type: String })
  reason?: string;

  /** What happened and somebody waits for, the first one first; absent when nobody does. */
  @Prop({ type: [Object], default: undefined })
  events?: BookingEventDocument[];

  /** How many there ever were; absent for none. */
  @Prop({ type: Number })
  event_count?: number;

  /** From when on they may be handed over; absent without any. */
  @Prop({ type: Date })
  events_due?: Date;

  /** How often they were claimed to be handed over; absent for never. */
  @Prop({ type: Number })
  event_claims?: number;
}

export const BookingSchema = SchemaFactory.createForClass(BookingDocument);
// The race of two requests with one key: the second insert fails, whichever comes first.
BookingSchema.index(
  { user_id: 1, idempotency_key: 1 },
  { unique: true, partialFilterExpression: { idempotency_key: { $exists: true } } },
);
// The race of two holds of one customer, and of two bookings where the show has a limit: what he has cannot grow behind
// the count.
BookingSchema.index({ user_id: 1, show_id: 1 }, { unique: true, partialFilterExpression: { open: true } });
// The anonymous holds of one network, which are counted before another is made.
BookingSchema.index({ origin: 1 }, { partialFilterExpression: { open: true, origin: { $exists: true } } });
BookingSchema.index(OF_USERS);
// The organiser's list, and the bookings of a show that was cancelled.
BookingSchema.index({ show_id: 1, created_at: -1, _id: -1 });
// The sweep: only bookings under way or not yet settled carry the field.
BookingSchema.index({ sweep_at: 1 }, { sparse: true });
// The outbox: only bookings with something that somebody waits for carry the field.
BookingSchema.index({ events_due: 1 }, { sparse: true });
// What was taken on an evening: only bookings that were paid for carry the field.
BookingSchema.index({ 'till.receipts.at': 1 }, { sparse: true });
// The look-up by code and e-mail: the few bookings with the code, whose customers are then compared.
BookingSchema.index({ code: 1 });
