import { Routes } from '@angular/router';

/** The sign-in as a page; `?returnTo=/some/path` leads back. */
export const accountRoutes: Routes = [
  { path: '', title: $localize`Sign in`, loadComponent: () => import('./page/sign-in-page').then((m) => m.SignInPage) },
];

/** Where one is signed in, and the password. */
export const ownAccountRoutes: Routes = [
  {
    path: '',
    title: $localize`My account`,
    loadComponent: () => import('./own/account-page').then((m) => m.AccountPage),
  },
];
