export { AdminModule } from './admin.module';
export { AdminService } from './admin.service';
export type { CreateShowCommand, ShowSales } from './admin.service';
