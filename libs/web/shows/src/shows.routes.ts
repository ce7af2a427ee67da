import { Routes } from '@angular/router';

/** What is on, one show with its seats, and the ticket after booking. */
export const showRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'What is on',
    loadComponent: () => import('./list/shows-page').then((m) => m.ShowsPage),
  },
  { path: 'shows', pathMatch: 'full', redirectTo: '' },
  {
    path: 'shows/:showId',
    title: 'Choose your seats',
    loadComponent: () => import('./show/show-page').then((m) => m.ShowPage),
  },
  {
    path: 'booked/:bookingId',
    title: 'Your tickets',
    loadComponent: () => import('./confirmation/confirmation-page').then((m) => m.ConfirmationPage),
  },
];
