import { Routes } from '@angular/router';

/** Pages of the admin area that are a feature of their own. */
const IN_THE_ADMIN_AREA: Routes = [
  { path: 'plans', loadChildren: () => import('@modex/web-plans').then((m) => m.planRoutes) },
];

/** Every feature is loaded when it is first visited; whatever matches none of them is a page that does not exist. */
export const routes: Routes = [
  { path: 'shows', loadChildren: () => import('@modex/web-bookings').then((m) => m.bookRoutes) },
  { path: 'bookings', loadChildren: () => import('@modex/web-bookings').then((m) => m.bookingRoutes) },
  { path: 'booked', loadChildren: () => import('@modex/web-bookings').then((m) => m.bookedRoutes) },
  { path: 'sign-in', loadChildren: () => import('@modex/web-account').then((m) => m.accountRoutes) },
  { path: 'account', loadChildren: () => import('@modex/web-account').then((m) => m.ownAccountRoutes) },
  { path: 'admin', loadChildren: () => import('@modex/web-admin').then((m) => m.adminRoutes(IN_THE_ADMIN_AREA)) },
  { path: '', loadChildren: () => import('@modex/web-shows').then((m) => m.showRoutes) },
  {
    path: '**',
    title: $localize`Not found`,
    loadComponent: () => import('./not-found/not-found-page').then((m) => m.NotFoundPage),
  },
];
