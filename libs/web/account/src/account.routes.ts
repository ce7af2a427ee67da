import { Routes } from '@angular/router';

/** The sign-in as a page; `?returnTo=/some/path` leads back. */
export const accountRoutes: Routes = [
  { path: '', title: $localize`Sign in`, loadComponent: () => import('./page/sign-in-page').then((m) => m.SignInPage) },
];

/** One's own account, and the pages that ask for links by mail and that the links open. */
export const ownAccountRoutes: Routes = [
  {
    path: '',
    title: $localize`My account`,
    loadComponent: () => import('./own/account-page').then((m) => m.AccountPage),
  },
  {
    path: 'forgot',
    title: $localize`Forgot your password?`,
    data: { link: 'password-reset' },
    loadComponent: () => import('./links/ask-link-page').then((m) => m.AskLinkPage),
  },
  {
    path: 'link',
    title: $localize`Sign in without a password`,
    data: { link: 'sign-in-link' },
    loadComponent: () => import('./links/ask-link-page').then((m) => m.AskLinkPage),
  },
  {
    path: 'reset',
    title: $localize`Set a new password`,
    loadComponent: () => import('./links/reset-page').then((m) => m.ResetPage),
  },
  {
    path: 'enter',
    title: $localize`Sign in without a password`,
    loadComponent: () => import('./links/enter-page').then((m) => m.EnterPage),
  },
  {
    path: 'invitation',
    title: $localize`You are invited`,
    loadComponent: () => import('./links/invitation-page').then((m) => m.InvitationPage),
  },
  {
    path: 'proof',
    title: $localize`Confirm your e-mail`,
    loadComponent: () => import('./links/proof-page').then((m) => m.ProofPage),
  },
];
