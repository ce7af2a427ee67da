import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';

@Schema({ collection: 'organisers', versionKey: false, strict: 'throw' })
export class OrganiserDocument {
  /** Always the same: there is one. */
  @Prop({ type: String, required: true })
  _id: string;

  @Prop({ type: Number, required: true })
  version: number;

  @Prop({ type: Date, required: true })
  changed_at: Date;

  @Prop({ type: String })
  name?: string;

  @Prop({ type: String })
  address?: string;

  @Prop({ type: String })
  email?: string;

  @Prop({ type: String })
  imprint_url?: string;

  @Prop({ type: String })
  privacy_url?: string;

  @Prop({ type: String })
  terms_url?: string;
}

export const OrganiserSchema = SchemaFactory.createForClass(OrganiserDocument);
