import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ShowsController } from './http/shows.controller';
import { MongooseShowRepository } from './persistence/mongoose-show.repository';
import { ShowDocument, ShowSchema } from './persistence/show.schema';
import { ShowRepository } from './show.repository';
import { ShowService } from './show.service';

@Module({
  imports: [MongooseModule.forFeature([{ name: ShowDocument.name, schema: ShowSchema }])],
  controllers: [ShowsController],
  providers: [ShowService, { provide: ShowRepository, useClass: MongooseShowRepository }],
  exports: [ShowService, ShowRepository],
})
export class ShowsModule {}
