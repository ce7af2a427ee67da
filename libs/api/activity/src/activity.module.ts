import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ActivityLog } from './activity-log';
import { ActivityDocument, ActivitySchema } from './persistence/activity.schema';
import { MongooseActivityLog } from './persistence/mongoose-activity-log';

@Module({
  imports: [MongooseModule.forFeature([{ name: ActivityDocument.name, schema: ActivitySchema }])],
  providers: [{ provide: ActivityLog, useClass: MongooseActivityLog }],
  exports: [ActivityLog],
})
export class ActivityModule {}
