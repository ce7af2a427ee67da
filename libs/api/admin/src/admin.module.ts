import { Module } from '@nestjs/common';
import { AccountsModule } from '@modex/api-accounts';
import { ActivityModule } from '@modex/api-activity';
import { AuditModule } from '@modex/api-audit';
import { BookingsModule } from '@modex/api-bookings';
import { ShowsModule } from '@modex/api-shows';
import { ActivityController } from './http/activity.controller';
import { AdminBookingsController } from './http/admin-bookings.controller';
import { AdminHoldsController } from './http/admin-holds.controller';
import { AdminPeopleController } from './http/admin-people.controller';
import { AdminShowBookingsController } from './http/admin-show-bookings.controller';
import { AdminShowsController } from './http/admin-shows.controller';
import { AuditController } from './http/audit.controller';
import { LedgerController } from './http/ledger.controller';

/** The admin's routes; what they do is done in the rooms below. */
@Module({
  imports: [AccountsModule, ActivityModule, ShowsModule, BookingsModule, AuditModule],
  controllers: [
    ActivityController,
    AdminBookingsController,
    AdminHoldsController,
    AdminPeopleController,
    AdminShowsController,
    AdminShowBookingsController,
    AuditController,
    LedgerController,
  ],
})
export class AdminModule {}
