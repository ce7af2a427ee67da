export { bookingRoutes } from './bookings.routes';
