import { Module } from '@nestjs/common';
import { AccountsModule } from '@modex/api-accounts';
import { ActivityModule } from '@modex/api-activity';
import { AuditModule } from '@modex/api-audit';
import { BookingsModule } from '@modex/api-bookings';
import { PlansModule } from '@modex/api-plans';
import { ShowsModule } from '@modex/api-shows';
import { ActivityController } from './http/activity.controller';
import { AdminBookingsController } from './http/admin-bookings.controller';
import { AdminHoldsController } from './http/admin-holds.controller';
import { AdminPeopleController } from './http/admin-people.controller';
import { AdminPlanDraftsController } from './http/admin-plan-drafts.controller';
import { AdminPlanFilesController } from './http/admin-plan-files.controller';
import { AdminPlansController } from './http/admin-plans.controller';
import { AdminShowAnswers } from './http/admin-show-answers';
import { AdminShowBookingsController } from './http/admin-show-bookings.controller';
import { AdminShowsController } from './http/admin-shows.controller';
import { AuditController } from './http/audit.controller';
import { LedgerController } from './http/ledger.controller';
import { PlanSwitchController } from './http/plan-switch.controller';
import { SeatBlocksController } from './http/seat-blocks.controller';

/** The admin's routes; what they do is done in the rooms below. */
@Module({
  imports: [AccountsModule, ActivityModule, PlansModule, ShowsModule, BookingsModule, AuditModule],
  controllers: [
    ActivityController,
    AdminBookingsController,
    AdminHoldsController,
    AdminPeopleController,
    AdminPlansController,
    AdminPlanDraftsController,
    AdminPlanFilesController,
    AdminShowsController,
    AdminShowBookingsController,
    AuditController,
    LedgerController,
    PlanSwitchController,
    SeatBlocksController,
  ],
  providers: [AdminShowAnswers],
})
export class AdminModule {}
