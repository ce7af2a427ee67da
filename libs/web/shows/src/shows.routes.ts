import { Routes } from '@angular/router';

/** What is on. */
export const showRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: $localize`What is on`,
    loadComponent: () => import('./list/shows-page').then((m) => m.ShowsPage),
  },
];
