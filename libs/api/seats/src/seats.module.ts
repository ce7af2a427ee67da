import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { SharedCache } from '@modex/api-core';
import { SeatChanges } from './board/seat-changes';
import { SeatStatuses } from './board/seat-statuses';
import { SharedSeatChanges } from './board/shared-seat-changes';
import { SharedSeatStatuses } from './board/shared-seat-statuses';
import { StatusBoards } from './board/status-boards';
import { SeatBodies } from './http/seat-bodies';
import { MongooseSeatRepository } from './persistence/mongoose-seat.repository';
import { MongooseSeatSwitches } from './persistence/mongoose-seat-switches';
import { MongooseSeatStatuses } from './persistence/mongoose-seat-statuses';
import { SeatDocument, SeatSchema } from './persistence/seat.schema';
import { SeatCounter } from './seat-counter';
import { SeatRepository } from './seat.repository';
import { SeatSwitches } from './seat-switches';

@Module({
  imports: [MongooseModule.forFeature([{ name: SeatDocument.name, schema: SeatSchema }])],
  providers: [
    SeatCounter,
    SeatBodies,
    StatusBoards,
    { provide: SeatRepository, useClass: MongooseSeatRepository },
    { provide: SeatSwitches, useClass: MongooseSeatSwitches },
    MongooseSeatStatuses,
    {
      provide: SeatStatuses,
      inject: [MongooseSeatStatuses, SharedCache],
      useFactory: (stored: MongooseSeatStatuses, cache: SharedCache) => new SharedSeatStatuses(stored, cache),
    },
    { provide: SeatChanges, useClass: SharedSeatChanges },
  ],
  exports: [SeatBodies, SeatCounter, SeatRepository, SeatSwitches, StatusBoards],
})
export class SeatsModule {}
