import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { Types } from 'mongoose';

@Schema({ collection: 'sessions', versionKey: false, strict: 'throw' })
export class SessionDocument {
  /** Keyed digest of the token. */
  @Prop({ type: String, required: true })
  _id: string;

  @Prop({ type: Types.ObjectId, required: true })
  user_id: Types.ObjectId;

  @Prop({ type: Date, required: true })
  created_at: Date;

  /** Absent until the first use that was noted. */
  @Prop({ type: Date })
  used_at?: Date;

  /** In plain words; absent where the session is older than the field. */
  @Prop({ type: String })
  device?: string;

  @Prop({ type: Date, required: true })
  expires_at: Date;
}

export const SessionSchema = SchemaFactory.createForClass(SessionDocument);
// The database removes what ended; a session is refused at its end, whether removed yet or not.
SessionSchema.index({ expires_at: 1 }, { expireAfterSeconds: 0 });
// Lists and ends the sessions of a person.
SessionSchema.index({ user_id: 1 });
