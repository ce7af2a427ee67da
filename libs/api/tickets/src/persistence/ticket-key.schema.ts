import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';

/** The private key lies beside the public one: who can write here could book without a ticket, too. */
@Schema({ collection: 'ticket_keys', versionKey: false, strict: 'throw' })
export class TicketKeyDocument {
  @Prop({ type: Number })
  _id: number;

  @Prop({ type: Buffer, required: true })
  private_key: Buffer;

  @Prop({ type: Buffer, required: true })
  public_key: Buffer;

  @Prop({ type: Date, required: true })
  created_at: Date;
}

export const TicketKeySchema = SchemaFactory.createForClass(TicketKeyDocument);
