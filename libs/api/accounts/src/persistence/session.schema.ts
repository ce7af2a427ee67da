import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { Role, ROLES } from '../user';

@Schema({ collection: 'sessions', versionKey: false, strict: 'throw' })
export class SessionDocument {
  /** Keyed digest of the token. */
  @Prop({ type: String, required: true })
  _id: string;

  @Prop({ type: Types.ObjectId, required: true })
  user_id: Types.ObjectId;

  @Prop({ type: String, enum: ROLES, required: true })
  role: Role;

  @Prop({ type: Date, required: true })
  created_at: Date;

  @Prop({ type: Date, required: true })
  expires_at: Date;
}

export const SessionSchema = SchemaFactory.createForClass(SessionDocument);
// The database removes what ended; a session is refused at its end, whether removed yet or not.
SessionSchema.index({ expires_at: 1 }, { expireAfterSeconds: 0 });
// Ends all sessions of a person.
SessionSchema.index({ user_id: 1 });
