export { SeatPlaceResponse, SeatResponse } from './http/seat-map.response';
export { SeatRepository } from './seat.repository';
export type { SeatOwner } from './seat.repository';
export { SeatsModule } from './seats.module';
