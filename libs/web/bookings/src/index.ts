export { bookedRoutes, bookingRoutes, bookRoutes } from './bookings.routes';
