import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { AccountsModule } from '@modex/api-accounts';
import { BookingsModule } from '@modex/api-bookings';
import { SeatsModule } from '@modex/api-seats';
import { ShowsModule } from '@modex/api-shows';
import { AdminService } from './admin.service';
import { AuditRepository } from './audit/audit.repository';
import { AuditService } from './audit/audit.service';
import { ShowAudit } from './audit/show-audit';
import { AdminShowsController } from './http/admin-shows.controller';
import { AuditController } from './http/audit.controller';
import { LedgerController } from './http/ledger.controller';
import { LedgerService } from './ledger/ledger.service';
import { AuditDocument, AuditSchema } from './persistence/audit.schema';
import { MongooseAuditRepository } from './persistence/mongoose-audit.repository';
import { ShowCreationService } from './show-creation.service';
import { ShowSweep } from './show-sweep';

@Module({
  imports: [
    AccountsModule,
    BookingsModule,
    SeatsModule,
    ShowsModule,
    MongooseModule.forFeature([{ name: AuditDocument.name, schema: AuditSchema }]),
  ],
  controllers: [AdminShowsController, AuditController, LedgerController],
  providers: [
    AdminService,
    ShowCreationService,
    ShowSweep,
    AuditService,
    ShowAudit,
    LedgerService,
    { provide: AuditRepository, useClass: MongooseAuditRepository },
  ],
  exports: [AdminService],
})
export class AdminModule {}
