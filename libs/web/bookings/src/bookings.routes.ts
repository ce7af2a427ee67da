import { Routes } from '@angular/router';

/** The seats of a show, chosen and booked. */
export const bookRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: '/' },
  {
    path: ':showId',
    title: $localize`Choose your seats`,
    loadComponent: () => import('./book/show-page').then((m) => m.ShowPage),
  },
];

/** My bookings, one of them, its tickets, and the way to one by its code. */
export const bookingRoutes: Routes = [
  {
    path: '',
    title: $localize`My bookings`,
    loadComponent: () => import('./list/bookings-page').then((m) => m.BookingsPage),
  },
  {
    path: 'find',
    title: $localize`Find a booking`,
    loadComponent: () => import('./find/find-page').then((m) => m.FindPage),
  },
  {
    path: ':bookingId/tickets',
    title: $localize`Your tickets`,
    loadComponent: () => import('./tickets/tickets-page').then((m) => m.TicketsPage),
  },
  {
    path: ':bookingId',
    title: $localize`Your booking`,
    loadComponent: () => import('./detail/booking-page').then((m) => m.BookingPage),
  },
];

/** The booking that was made just now. */
export const bookedRoutes: Routes = [
  {
    path: ':bookingId',
    title: $localize`Your tickets`,
    data: { justBooked: true },
    loadComponent: () => import('./detail/booking-page').then((m) => m.BookingPage),
  },
];
