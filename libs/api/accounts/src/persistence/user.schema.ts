import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { AccountNotice, Role, ROLES } from '@modex/domain';
import { Types } from 'mongoose';

@Schema({ collection: 'users', versionKey: false, strict: 'throw' })
export class UserDocument {
  _id: Types.ObjectId;

  /** As it was typed; it is shown and written to. Empty for an anonymous guest, and for one whom staff named without it; so is the key. */
  @Prop({ type: String, required: true })
  email: string;

  /** One for every spelling of the address. */
  @Prop({ type: String, required: true })
  email_key: string;

  @Prop({ type: String, required: true })
  name: string;

  /** Beginnings of the words of name and e-mail as they are searched. */
  @Prop({ type: [String], default: undefined })
  search_keys?: string[];

  @Prop({ type: String, enum: ROLES, required: true })
  role: Role;

  /** Absent for a guest. */
  @Prop({ type: String })
  password_hash?: string;

  @Prop({ type: Date, required: true })
  created_at: Date;

  /** When a link to the e-mail was opened; absent where none was. */
  @Prop({ type: Date })
  email_proved_at?: Date;

  /** What happened and is to be told to the owner. */
  @Prop({ type: [Object], default: undefined })
  news?: { readonly id: string; readonly kind: AccountNotice; readonly email: string }[];

  /** Since when there is news; absent without. */
  @Prop({ type: Date })
  news_due?: Date;
}

export const UserSchema = SchemaFactory.createForClass(UserDocument);
// One registered account per e-mail, and the look-up at sign-in. Guests may share an e-mail, since none has proved it.
UserSchema.index({ email_key: 1 }, { unique: true, partialFilterExpression: { password_hash: { $exists: true } } });
// The organiser's search for people by the beginnings of their words, which no index finds by a pattern.
UserSchema.index({ search_keys: 1 });
// What is to be told: only accounts with news carry the field.
UserSchema.index({ news_due: 1 }, { sparse: true });
// Lists those who work for the venue. Guests, who are made often, are not in it.
UserSchema.index({ role: 1, created_at: 1 }, { partialFilterExpression: { password_hash: { $exists: true } } });
