import { Routes } from '@angular/router';

/** What is on, and one show with its seats. */
export const showRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: $localize`What is on`,
    loadComponent: () => import('./list/shows-page').then((m) => m.ShowsPage),
  },
  { path: 'shows', pathMatch: 'full', redirectTo: '' },
  {
    path: 'shows/:showId',
    title: $localize`Choose your seats`,
    loadComponent: () => import('./show/show-page').then((m) => m.ShowPage),
  },
];
