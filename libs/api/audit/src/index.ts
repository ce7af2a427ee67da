export { AuditModule } from './audit.module';
export type { AuditState } from './audit.repository';
export { AuditService } from './audit.service';
export { LedgerService } from './ledger/ledger.service';
export type { LedgerEntry, SeatLedger } from './ledger/ledger.service';
