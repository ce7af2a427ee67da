import { Routes } from '@angular/router';
import { accountRoutes, ownAccountRoutes } from '@modex/web-account';
import { adminRoutes } from '@modex/web-admin';
import { bookedRoutes, bookingRoutes, bookRoutes } from '@modex/web-bookings';
import { planRoutes } from '@modex/web-plans';
import { showRoutes } from '@modex/web-shows';

/**
 * Every feature names its pages, and loads each when it is first visited; whatever matches none of them is a page that
 * does not exist. The names are here from the start: a page is one request away, not two.
 */
export const routes: Routes = [
  { path: 'shows', children: bookRoutes },
  { path: 'bookings', children: bookingRoutes },
  { path: 'booked', children: bookedRoutes },
  { path: 'sign-in', children: accountRoutes },
  { path: 'account', children: ownAccountRoutes },
  {
    path: 'admin',
    children: adminRoutes([{ path: 'plans', data: { needs: 'plan.manage.any' }, children: planRoutes }]),
  },
  { path: '', children: showRoutes },
  {
    path: '**',
    title: $localize`Not found`,
    loadComponent: () => import('./not-found/not-found-page').then((m) => m.NotFoundPage),
  },
];
