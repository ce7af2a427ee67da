export { LiveSeats } from './live-seats';
export { SeatMap } from './map/seat-map';
export { planOfShow, ShowPlan } from './show-plan';
export { countStatuses, packStatuses } from './status-counts';
