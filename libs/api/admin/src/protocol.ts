/** What a proof of the booking protocol drives: creating and cancelling shows, without HTTP and without a database. */
export { AdminService } from './admin.service';
export { ShowCreationService } from './show-creation.service';
export { ShowSweep } from './show-sweep';
