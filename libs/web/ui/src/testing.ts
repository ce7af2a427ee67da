// What tests of the rooms need of this one; nothing of it is in the site.
export { SeatMapHarness } from './seat-map/seat-map.harness';
export { seatOf } from './testing/seat-of';
export { type Refused, Visitor } from './testing/visitor';
