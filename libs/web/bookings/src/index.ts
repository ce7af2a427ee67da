export { bookedRoutes, bookingRoutes } from './bookings.routes';
