import { Routes } from '@angular/router';

/** My bookings, and one of them as a ticket. */
export const bookingRoutes: Routes = [
  {
    path: '',
    title: 'My bookings',
    loadComponent: () => import('./list/bookings-page').then((m) => m.BookingsPage),
  },
  {
    path: ':bookingId',
    title: 'Your booking',
    loadComponent: () => import('./detail/booking-page').then((m) => m.BookingPage),
  },
];
