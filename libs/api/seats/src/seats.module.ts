import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { MongooseSeatRepository } from './persistence/mongoose-seat.repository';
import { SeatDocument, SeatSchema } from './persistence/seat.schema';
import { SeatCounter } from './seat-counter';
import { SeatMapService } from './seat-map.service';
import { SeatRepository } from './seat.repository';

@Module({
  imports: [MongooseModule.forFeature([{ name: SeatDocument.name, schema: SeatSchema }])],
  providers: [SeatMapService, SeatCounter, { provide: SeatRepository, useClass: MongooseSeatRepository }],
  exports: [SeatCounter, SeatMapService, SeatRepository],
})
export class SeatsModule {}
