export { ShowResponse, toShowResponse } from './http/show.response';
export { SeatAvailability } from './seat-availability';
export type { ShowSize } from './seat-availability';
export { ShowRepository } from './show.repository';
export type { NewShow } from './show.repository';
export { ShowService } from './show.service';
export { ShowsModule } from './shows.module';
