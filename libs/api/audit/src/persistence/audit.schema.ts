import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { AuditReport } from '@modex/domain';

/** The one document of its collection. */
export const AUDIT_ID = 'audit';

@Schema({ collection: 'audits', versionKey: false, strict: 'throw' })
export class AuditDocument {
  @Prop({ type: String, required: true })
  _id: string;

  /** Which call began the audit that runs or ran last. */
  @Prop({ type: String })
  run?: string;

  @Prop({ type: Date })
  started_at?: Date;

  /** When it last reported progress: after a minute of silence its process counts as gone. */
  @Prop({ type: Date })
  alive_at?: Date;

  @Prop({ type: Date })
  finished_at?: Date;

  @Prop({ type: Number })
  shows_done?: number;

  @Prop({ type: Number })
  shows_total?: number;

  @Prop({ type: Object })
  last?: AuditReport;
}

export const AuditSchema = SchemaFactory.createForClass(AuditDocument);
