export { LiveSeats } from './live-seats';
