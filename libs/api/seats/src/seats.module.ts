import { Global, Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { SeatAvailability, ShowsModule } from '@modex/api-shows';
import { SeatsController } from './http/seats.controller';
import { MongooseSeatRepository } from './persistence/mongoose-seat.repository';
import { SeatDocument, SeatSchema } from './persistence/seat.schema';
import { SeatCounter } from './seat-counter';
import { SeatMapService } from './seat-map.service';
import { SeatRepository } from './seat.repository';

/** Global, since the shows room, which may not know this one, gets its port SeatAvailability filled from here. */
@Global()
@Module({
  imports: [ShowsModule, MongooseModule.forFeature([{ name: SeatDocument.name, schema: SeatSchema }])],
  controllers: [SeatsController],
  providers: [
    SeatMapService,
    SeatCounter,
    { provide: SeatRepository, useClass: MongooseSeatRepository },
    { provide: SeatAvailability, useExisting: SeatCounter },
  ],
  exports: [SeatRepository, SeatAvailability],
})
export class SeatsModule {}
