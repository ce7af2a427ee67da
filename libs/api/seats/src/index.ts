export { SeatPlaceResponse, SeatResponse } from './http/seat-map.response';
export { SeatRepository } from './seat.repository';
export type { ClaimOutcome, SeatClaim, SeatOwner, SeatRelease } from './seat.repository';
export { SeatsModule } from './seats.module';
