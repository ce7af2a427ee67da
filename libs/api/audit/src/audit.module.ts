import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { AccountsModule } from '@modex/api-accounts';
import { BookingsModule } from '@modex/api-bookings';
import { SeatsModule } from '@modex/api-seats';
import { ShowsModule } from '@modex/api-shows';
import { AuditRepository } from './audit.repository';
import { AuditService } from './audit.service';
import { LedgerService } from './ledger/ledger.service';
import { AuditDocument, AuditSchema } from './persistence/audit.schema';
import { MongooseAuditRepository } from './persistence/mongoose-audit.repository';
import { ShowAudit } from './show-audit';

@Module({
  imports: [
    AccountsModule,
    SeatsModule,
    ShowsModule,
    BookingsModule,
    MongooseModule.forFeature([{ name: AuditDocument.name, schema: AuditSchema }]),
  ],
  providers: [AuditService, ShowAudit, LedgerService, { provide: AuditRepository, useClass: MongooseAuditRepository }],
  exports: [AuditService, LedgerService],
})
export class AuditModule {}
