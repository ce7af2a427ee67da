/** What a proof of the booking protocol drives: the port of the shows and their moves, without HTTP and without a database. */
export { ShowRepository } from './show.repository';
export type { NewShow, SweepPause } from './show.repository';
export { ShowService } from './show.service';
