import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { Types } from 'mongoose';
import { Role, ROLES } from '../user';

@Schema({ collection: 'users', versionKey: false, strict: 'throw' })
export class UserDocument {
  _id: Types.ObjectId;

  @Prop({ type: String, required: true })
  email: string;

  @Prop({ type: String, required: true })
  name: string;

  @Prop({ type: String, enum: ROLES, required: true })
  role: Role;

  /** Absent for a guest. */
  @Prop({ type: String })
  password_hash?: string;

  @Prop({ type: Date, required: true })
  created_at: Date;
}

export const UserSchema = SchemaFactory.createForClass(UserDocument);
// One registered account an e-mail, and the look-up at sign-in. Guests may share an e-mail: nobody proved to own it.
UserSchema.index({ email: 1 }, { unique: true, partialFilterExpression: { password_hash: { $exists: true } } });
