import { Module } from '@nestjs/common';
import { AccountsModule } from '@modex/api-accounts';
import { ActivityModule } from '@modex/api-activity';
import { AuditModule } from '@modex/api-audit';
import { BookingsModule } from '@modex/api-bookings';
import { ImprintModule } from '@modex/api-imprint';
import { MailModule } from '@modex/api-mail';
import { PlansModule } from '@modex/api-plans';
import { ShowsModule } from '@modex/api-shows';
import { TicketsModule } from '@modex/api-tickets';
import { ActivityController } from './http/activity.controller';
import { AdminBookingsController } from './http/admin-bookings.controller';
import { AdminCustomersController } from './http/admin-customers.controller';
import { AdminHoldsController } from './http/admin-holds.controller';
import { AdminOrganiserController } from './http/admin-organiser.controller';
import { AdminMailsController } from './http/admin-mails.controller';
import { AdminPeopleController } from './http/admin-people.controller';
import { AdminPlanDraftsController } from './http/admin-plan-drafts.controller';
import { AdminPlanFilesController } from './http/admin-plan-files.controller';
import { AdminPlansController } from './http/admin-plans.controller';
import { AdminShowAnswers } from './http/admin-show-answers';
import { AdminShowBookingsController } from './http/admin-show-bookings.controller';
import { AdminShowsController } from './http/admin-shows.controller';
import { AuditController } from './http/audit.controller';
import { DoorsController } from './http/doors.controller';
import { LedgerController } from './http/ledger.controller';
import { PlanSwitchController } from './http/plan-switch.controller';
import { SalesFileController } from './http/sales-file.controller';
import { SeatBlocksController } from './http/seat-blocks.controller';
import { TillController } from './http/till.controller';
import { TicketKeysController } from './http/ticket-keys.controller';
import { UncollectedController } from './http/uncollected.controller';

/** The admin's routes; what they do is done in the rooms below. */
@Module({
  imports: [
    AccountsModule,
    ActivityModule,
    ImprintModule,
    PlansModule,
    ShowsModule,
    BookingsModule,
    TicketsModule,
    MailModule,
    AuditModule,
  ],
  controllers: [
    ActivityController,
    AdminBookingsController,
    AdminCustomersController,
    AdminHoldsController,
    AdminOrganiserController,
    AdminMailsController,
    AdminPeopleController,
    AdminPlansController,
    AdminPlanDraftsController,
    AdminPlanFilesController,
    AdminShowsController,
    AdminShowBookingsController,
    AuditController,
    DoorsController,
    LedgerController,
    PlanSwitchController,
    SalesFileController,
    SeatBlocksController,
    TicketKeysController,
    TillController,
    UncollectedController,
  ],
  providers: [AdminShowAnswers],
})
export class AdminModule {}
