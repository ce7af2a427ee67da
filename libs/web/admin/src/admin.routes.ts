import { Routes } from '@angular/router';
import { OfficeNews } from './frame/office-news';

/** The office: all shows, a new one, one with its bookings and its ledger, the audit. The frame lets only admins in. */
export const adminRoutes: Routes = [
  {
    path: '',
    providers: [OfficeNews],
    loadComponent: () => import('./frame/office').then((m) => m.Office),
    children: [
      {
        path: '',
        title: 'Shows · Admin',
        loadComponent: () => import('./shows/admin-shows-page').then((m) => m.AdminShowsPage),
      },
      {
        path: 'shows/new',
        title: 'New show · Admin',
        loadComponent: () => import('./create/new-show-page').then((m) => m.NewShowPage),
      },
      {
        path: 'audit',
        title: 'Audit · Admin',
        loadComponent: () => import('./audit/audit-page').then((m) => m.AuditPage),
      },
      {
        path: 'shows/:showId/ledger',
        title: 'Seat ledger · Admin',
        loadComponent: () => import('./ledger/ledger-page').then((m) => m.LedgerPage),
      },
      {
        path: 'shows/:showId',
        title: 'Show · Admin',
        loadComponent: () => import('./show/admin-show-page').then((m) => m.AdminShowPage),
      },
    ],
  },
];
