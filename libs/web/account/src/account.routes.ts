import { Routes } from '@angular/router';

/** The sign-in as a page; `?returnTo=/some/path` leads back. */
export const accountRoutes: Routes = [
  { path: '', title: 'Sign in', loadComponent: () => import('./page/sign-in-page').then((m) => m.SignInPage) },
];
