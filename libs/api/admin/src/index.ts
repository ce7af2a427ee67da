export { AdminModule } from './admin.module';
export { AdminService } from './admin.service';
export { AuditService } from './audit/audit.service';
export type { CreateShowCommand, ShowSales } from './admin.service';
