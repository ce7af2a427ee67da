import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { MailKind, MailState } from '@modex/domain';
import { Types } from 'mongoose';

@Schema({ collection: 'mails', versionKey: false, strict: 'throw' })
export class MailDocument {
  _id: Types.ObjectId;

  /** Absent for one about an account. */
  @Prop({ type: Types.ObjectId })
  booking_id?: Types.ObjectId;

  /** Unique within its booking, and among those without one. */
  @Prop({ type: String, required: true })
  name: string;

  @Prop({ type: String, required: true })
  kind: MailKind;

  @Prop({ type: Object, required: true })
  to: { readonly name: string; readonly address: string };

  @Prop({ type: String, required: true })
  message_id: string;

  @Prop({ type: String, required: true })
  subject: string;

  @Prop({ type: String, required: true })
  text: string;

  @Prop({ type: String, required: true })
  html: string;

  @Prop({ type: String })
  calendar?: string;

  /** The link of an account whose address is put in when it is sent. */
  @Prop({ type: Types.ObjectId })
  link_id?: Types.ObjectId;

  /** Up to when it tells changes of the show; absent where it tells none. */
  @Prop({ type: Date })
  told_until?: Date;

  @Prop({ type: String, required: true })
  state: MailState;

  @Prop({ type: Number, required: true })
  version: number;

  @Prop({ type: Date, required: true })
  created_at: Date;

  @Prop({ type: Date, required: true })
  changed_at: Date;

  @Prop({ type: Number, required: true })
  tries: number;

  /** Absent for one that has ended. */
  @Prop({ type: Date })
  due?: Date;

  @Prop({ type: Object })
  answer?: { readonly code?: number; readonly text: string; readonly may_have_arrived: boolean };
}

export const MailSchema = SchemaFactory.createForClass(MailDocument);
// The race of two processes that read the same event: only one mail is written. And the last that told changes of a show.
MailSchema.index({ booking_id: 1, name: 1 }, { unique: true });
// The sending: only mails that have not ended carry the field.
MailSchema.index({ due: 1 }, { sparse: true });
// The admin's list, latest first, of all and of one state.
MailSchema.index({ created_at: -1, _id: -1 });
MailSchema.index({ state: 1, created_at: -1, _id: -1 });
