import { Module } from '@nestjs/common';
import { BookingsModule } from '@modex/api-bookings';
import { SeatsModule } from '@modex/api-seats';
import { ShowsModule } from '@modex/api-shows';
import { AdminService } from './admin.service';
import { AdminShowsController } from './http/admin-shows.controller';
import { ShowCreationService } from './show-creation.service';
import { ShowSweep } from './show-sweep';

@Module({
  imports: [BookingsModule, SeatsModule, ShowsModule],
  controllers: [AdminShowsController],
  providers: [AdminService, ShowCreationService, ShowSweep],
  exports: [AdminService],
})
export class AdminModule {}
