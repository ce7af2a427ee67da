import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { AccountsModule } from '@modex/api-accounts';
import { SeatsModule } from '@modex/api-seats';
import { ShowsModule } from '@modex/api-shows';
import { BookingListService } from './booking-list.service';
import { BookingSweep } from './booking-sweep';
import { BookingRepository } from './booking.repository';
import { BookingService } from './booking.service';
import { BookController } from './http/book.controller';
import { BookingsController } from './http/bookings.controller';
import { BookingDocument, BookingSchema } from './persistence/booking.schema';
import { MongooseBookingRepository } from './persistence/mongoose-booking.repository';

@Module({
  imports: [
    AccountsModule,
    SeatsModule,
    ShowsModule,
    MongooseModule.forFeature([{ name: BookingDocument.name, schema: BookingSchema }]),
  ],
  controllers: [BookController, BookingsController],
  providers: [
    BookingService,
    BookingListService,
    BookingSweep,
    { provide: BookingRepository, useClass: MongooseBookingRepository },
  ],
  exports: [BookingService, BookingListService, BookingRepository],
})
export class BookingsModule {}
