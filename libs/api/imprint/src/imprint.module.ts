import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ActivityModule } from '@modex/api-activity';
import { OrganiserController } from './http/organiser.controller';
import { ReadyOrganiser } from './http/ready-organiser';
import { OrganiserRepository } from './organiser.repository';
import { OrganiserService } from './organiser.service';
import { MongooseOrganiserRepository } from './persistence/mongoose-organiser.repository';
import { OrganiserDocument, OrganiserSchema } from './persistence/organiser.schema';

@Module({
  imports: [MongooseModule.forFeature([{ name: OrganiserDocument.name, schema: OrganiserSchema }]), ActivityModule],
  controllers: [OrganiserController],
  providers: [
    OrganiserService,
    ReadyOrganiser,
    { provide: OrganiserRepository, useClass: MongooseOrganiserRepository },
  ],
  exports: [OrganiserService],
})
export class ImprintModule {}
