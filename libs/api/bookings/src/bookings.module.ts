import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { AccountsModule } from '@modex/api-accounts';
import { ActivityModule } from '@modex/api-activity';
import { SeatsModule } from '@modex/api-seats';
import { ShowsModule } from '@modex/api-shows';
import { BookRequestService } from './book-request.service';
import { BookingCancelService } from './booking-cancel.service';
import { BookingChecks } from './booking-checks';
import { BookingConfirmation } from './booking-confirmation';
import { BookingIntake } from './booking-intake';
import { BookingLimit } from './booking-limit';
import { BookingListService } from './booking-list.service';
import { BookingLocks } from './booking-locks';
import { BookingLookupService } from './booking-lookup.service';
import { BookingSearchService } from './booking-search.service';
import { BookingSettling } from './booking-settling';
import { BookingSweep } from './booking-sweep';
import { BookingRepository } from './booking.repository';
import { BookingService } from './booking.service';
import { ShowBookingsService } from './show-bookings.service';
import { BookingProof } from './holder/booking-proof';
import { BestChangeService } from './holds/best-change.service';
import { BestHoldService } from './holds/best-hold.service';
import { ChosenSeats } from './holds/chosen-seats';
import { CustomerHolds } from './holds/customer-holds';
import { HoldChangeService } from './holds/hold-change.service';
import { HoldConfirmation } from './holds/hold-confirmation';
import { HoldEndService } from './holds/hold-end.service';
import { HoldOrigins } from './holds/hold-origins';
import { HoldRequestService } from './holds/hold-request.service';
import { HoldRepository } from './holds/hold.repository';
import { HoldService } from './holds/hold.service';
import { HoldTaking } from './holds/hold-taking';
import { OpenHold } from './holds/open-hold.service';
import { OpenBookings } from './holds/open-bookings';
import { SeatOffers } from './holds/seat-offers';
import { StaffHolds } from './holds/staff-holds';
import { BookController } from './http/book.controller';
import { HoldsController } from './http/holds.controller';
import { BookingsController } from './http/bookings.controller';
import { OffersController } from './http/offers.controller';
import { LookupController } from './http/lookup.controller';
import { BookingDocument, BookingSchema } from './persistence/booking.schema';
import { BookingActivity } from './outbox/booking-activity';
import { BookingEventsRepository } from './outbox/booking-events.repository';
import { BookingOutbox } from './outbox/booking-outbox';
import { BoxOfficePayments } from './payments/box-office-payments';
import { Payments } from './payments/payments';
import { MongooseBookingEventsRepository } from './persistence/mongoose-booking-events.repository';
import { MongooseHoldRepository } from './persistence/mongoose-hold.repository';
import { MongooseBookingRepository } from './persistence/mongoose-booking.repository';
import { MongooseTicketRepository } from './persistence/mongoose-ticket.repository';
import { MongooseTillRepository } from './persistence/mongoose-till.repository';
import { TillRepository } from './till/till.repository';
import { TillService } from './till/till.service';
import { UncollectedService } from './till/uncollected.service';
import { TicketRepository } from './tickets/ticket.repository';
import { TicketService } from './tickets/ticket.service';
import { ShowCancelService } from './show-cancel.service';
import { ShowCancelSweep } from './show-cancel-sweep';

@Module({
  imports: [
    AccountsModule,
    ActivityModule,
    SeatsModule,
    ShowsModule,
    MongooseModule.forFeature([{ name: BookingDocument.name, schema: BookingSchema }]),
  ],
  controllers: [BookController, HoldsController, LookupController, OffersController, BookingsController],
  providers: [
    BestChangeService,
    BestHoldService,
    BookRequestService,
    BookingService,
    BookingActivity,
    BookingCancelService,
    BookingChecks,
    BookingConfirmation,
    BookingIntake,
    BookingLimit,
    BookingListService,
    BookingLocks,
    BookingLookupService,
    BookingOutbox,
    BookingProof,
    BookingSearchService,
    BookingSettling,
    BookingSweep,
    ChosenSeats,
    CustomerHolds,
    HoldChangeService,
    HoldConfirmation,
    HoldEndService,
    HoldOrigins,
    HoldRequestService,
    HoldService,
    HoldTaking,
    OpenBookings,
    OpenHold,
    ShowBookingsService,
    SeatOffers,
    StaffHolds,
    ShowCancelService,
    ShowCancelSweep,
    TicketService,
    TillService,
    UncollectedService,
    { provide: TillRepository, useClass: MongooseTillRepository },
    { provide: TicketRepository, useClass: MongooseTicketRepository },
    { provide: HoldRepository, useClass: MongooseHoldRepository },
    { provide: BookingRepository, useClass: MongooseBookingRepository },
    { provide: BookingEventsRepository, useClass: MongooseBookingEventsRepository },
    { provide: Payments, useClass: BoxOfficePayments },
  ],
  exports: [
    BookingService,
    BookingCancelService,
    BookingListService,
    BookingOutbox,
    BookingProof,
    BookingRepository,
    BookingSearchService,
    Payments,
    ShowBookingsService,
    ShowCancelService,
    StaffHolds,
    TicketService,
    TillService,
    UncollectedService,
  ],
})
export class BookingsModule {}
