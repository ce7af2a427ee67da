import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import {
  CategoryPrice,
  ChangedField,
  Fee,
  PlanSwitchState,
  SHOW_STATUSES,
  ShowStatus,
  Tax,
  TicketType,
} from '@modex/domain';
import { Types } from 'mongoose';

/** One field that an admin changed; values as the contract writes them. */
export interface ChangeDocument {
  readonly at: Date;
  readonly by: Types.ObjectId;
  readonly field: ChangedField;
  readonly from: string | null;
  readonly to: string | null;
}

/** The move of a show to a later version of its plan, under way or the last one. */
export interface PlanSwitchDocument {
  readonly id: Types.ObjectId;
  readonly from: number;
  readonly to: number;
  readonly by: Types.ObjectId;
  readonly state: PlanSwitchState;
  /** While it is PREPARING: the end of its lease. */
  readonly until: Date;
  /** Since when it is over. */
  readonly ended_at?: Date;
}

/** What the seats of a show cost; amounts in minor units, percentages in hundredths of a percent. */
export interface PricesDocument {
  readonly currency: string;
  readonly categories: readonly CategoryPrice[];
  readonly ticket_types: readonly TicketType[];
  readonly fees: readonly Fee[];
  readonly tax: Tax | null;
}

@Schema({ collection: 'shows', versionKey: false, strict: 'throw' })
export class ShowDocument {
  _id: Types.ObjectId;

  @Prop({ type: String, required: true })
  title: string;

  @Prop({ type: Date, required: true })
  start_time: Date;

  /** From when customers may book; absent: as soon as it is on sale. */
  @Prop({ type: Date })
  sale_opens_at?: Date;

  /** From when they may not any more; absent: they may until it starts. */
  @Prop({ type: Date })
  sale_closes_at?: Date;

  /** Absent in shows of the first version, which were all in the default zone. */
  @Prop({ type: String })
  time_zone?: string;

  @Prop({ type: Number })
  duration_minutes?: number;

  @Prop({ type: String })
  venue?: string;

  /** The words of title and venue as they are searched. */
  @Prop({ type: String })
  search_key?: string;

  @Prop({ type: String })
  description?: string;

  @Prop({ type: String })
  house_rules?: string;

  @Prop({ type: String })
  getting_there?: string;

  @Prop({ type: String, enum: SHOW_STATUSES, required: true })
  status: ShowStatus;

  @Prop({ type: Number, required: true })
  total_seats: number;

  @Prop({ type: Number, required: true })
  seats_per_row: number;

  /** How many seats one customer may have; absent: as many as there are. */
  @Prop({ type: Number })
  limit_per_customer?: number;

  /** Whether chosen seats may not leave a single free seat beside them; absent: they may. */
  @Prop({ type: Boolean })
  no_lone_seat?: boolean;

  /** Until how many hours before the start customers may give seats back; absent: until it starts, null: never. */
  @Prop({ type: Number })
  give_back_hours?: number | null;

  /** What its seats cost; absent: nothing. */
  @Prop({ type: Object })
  prices?: PricesDocument;

  /** First 16 hex digits of the ids of its seats. */
  @Prop({ type: String, required: true })
  seat_prefix: string;

  /** The plan that it is put on in; absent for a plain plan, which its size says. */
  @Prop({ type: Types.ObjectId })
  plan_id?: Types.ObjectId;

  /** Version of its plan; 1 for a plain plan. */
  @Prop({ type: Number, required: true })
  layout_version: number;

  /** Absent if it never left the version in which it was put on. */
  @Prop({ type: Object })
  plan_switch?: PlanSwitchDocument;

  /** When the sweep must look at the switch next; absent once nothing can be left behind. */
  @Prop({ type: Date })
  switch_due?: Date;

  /** Switches that were given up. A process that slept may still make seats for them. */
  @Prop({ type: [Types.ObjectId], default: undefined })
  dead_switches?: Types.ObjectId[];

  @Prop({ type: Date, required: true })
  created_at: Date;

  /** When the sweep must look at it next; absent once nothing can be left behind. For CREATING, the end of the lease. */
  @Prop({ type: Date })
  sweep_at?: Date;

  /** Since when it is due for the sweep. */
  @Prop({ type: Date })
  ended_at?: Date;

  /** How often it was edited; absent for never. */
  @Prop({ type: Number })
  version?: number;

  /** What was edited, oldest first. */
  @Prop({ type: [Object], default: undefined })
  changes?: ChangeDocument[];

  /** When those who have booked are told of its changes; absent once they know. */
  @Prop({ type: Date })
  news_at?: Date;

  @Prop({ type: String })
  cancel_reason?: string;

  /** The admin whose request with a key made it. */
  @Prop({ type: Types.ObjectId })
  created_by?: Types.ObjectId;

  /** Absent where no key was sent, and once the creation was given up: the same key may then make the show. */
  @Prop({ type: String })
  idempotency_key?: string;

  @Prop({ type: String })
  request_digest?: string;
}

export const ShowSchema = SchemaFactory.createForClass(ShowDocument);
// The public list: on sale, soonest first; the id makes pages exact.
ShowSchema.index({ status: 1, start_time: 1, _id: 1 });
// The organiser's list: latest created first.
ShowSchema.index({ created_at: -1, _id: -1 });
// The race of two creations with one key: the second insert fails, whichever comes first.
ShowSchema.index(
  { created_by: 1, idempotency_key: 1 },
  { unique: true, partialFilterExpression: { idempotency_key: { $exists: true } } },
);
// The sweep: few documents carry the field.
ShowSchema.index({ sweep_at: 1 }, { sparse: true });
ShowSchema.index({ switch_due: 1 }, { sparse: true });
// The news for those who have booked: only shows that were just edited carry the field.
ShowSchema.index({ news_at: 1 }, { sparse: true });
