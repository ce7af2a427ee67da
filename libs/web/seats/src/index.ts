export { LiveSeats } from './live-seats';
export { SeatList } from './list/seat-list';
export { CategoryLegend } from './map/category-legend';
export { SeatMap } from './map/seat-map';
export { type InPlan, planOfShow, type PlanReading } from './plan-of-show';
export { priceWriter } from './price-words';
export { plainShowPlan, ShowPlan } from './show-plan';
export { countStatuses, packStatuses, type SeatCounts } from './status-counts';
export type { PriceOf } from './map/seat-words';
