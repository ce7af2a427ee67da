export { SeatMapResponse, SeatPlaceResponse, SeatResponse } from './http/seat-map.response';
export { seatPlaces } from './persistence/migrations/2026-11-29-seat-places';
export { SeatCounter } from './seat-counter';
export { SeatMapService } from './seat-map.service';
export { SeatRepository } from './seat.repository';
export type { SeatOwner } from './seat.repository';
export { SeatsModule } from './seats.module';
