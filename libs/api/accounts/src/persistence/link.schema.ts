import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { LinkPurpose, StaffRole } from '@modex/domain';
import { Types } from 'mongoose';

/** So long after its end a link is still known, so that whoever opens it is told that it has ended. */
const KNOWN_SECONDS = 7 * 24 * 60 * 60;

@Schema({ collection: 'account_links', versionKey: false, strict: 'throw' })
export class LinkDocument {
  /** Purpose and whose it is: a newer one takes the place of the one before. */
  @Prop({ type: String, required: true })
  _id: string;

  @Prop({ type: String, required: true })
  purpose: LinkPurpose;

  @Prop({ type: String, required: true })
  of: string;

  @Prop({ type: Types.ObjectId, required: true })
  link_id: Types.ObjectId;

  @Prop({ type: String, required: true })
  email: string;

  /** Absent until somebody has looked whose e-mail it is. */
  @Prop({ type: Types.ObjectId })
  user_id?: Types.ObjectId;

  /** Of an invitation only. */
  @Prop({ type: String })
  role?: StaffRole;

  /** The owner who made the invitation. */
  @Prop({ type: Types.ObjectId })
  invited_by?: Types.ObjectId;

  /** Keyed digest of the token. */
  @Prop({ type: String, required: true })
  digest: string;

  /** Absent when the mail was sent. */
  @Prop({ type: String })
  seed?: string;

  @Prop({ type: Date, required: true })
  expires_at: Date;

  /** Absent until it is used. */
  @Prop({ type: Date })
  used_at?: Date;

  /** Since when its mail is to be written; absent when it is. */
  @Prop({ type: Date })
  due?: Date;
}

export const LinkSchema = SchemaFactory.createForClass(LinkDocument);
// A link ends by its time; the database removes it some days later.
LinkSchema.index({ expires_at: 1 }, { expireAfterSeconds: KNOWN_SECONDS });
// Whoever opens a link.
LinkSchema.index({ digest: 1 }, { unique: true });
// The sending of its mail.
LinkSchema.index({ link_id: 1 }, { unique: true });
// Those whose mail is not written yet.
LinkSchema.index({ due: 1 }, { sparse: true });
// Lists invitations, which alone carry the field.
LinkSchema.index({ role: 1 }, { sparse: true });
// Makes those of an account void.
LinkSchema.index({ user_id: 1 }, { sparse: true });
