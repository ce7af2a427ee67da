import { Routes } from '@angular/router';
import { mayOpen } from './frame/may-open';
import { AdminNews } from './frame/admin-news';

/** Shows with their bookings, plans, dates, counters, doors and ledgers; all bookings; mails; the audit; the admins; the organiser. */
const PAGES: Routes = [
  {
    path: '',
    title: $localize`Shows · Admin`,
    loadComponent: () => import('./shows/admin-shows-page').then((m) => m.AdminShowsPage),
  },
  {
    path: 'shows/new',
    canActivate: [mayOpen('show.manage.any')],
    title: $localize`New show · Admin`,
    loadComponent: () => import('./create/new-show-page').then((m) => m.NewShowPage),
  },
  {
    path: 'bookings',
    title: $localize`Bookings · Admin`,
    loadComponent: () => import('./bookings/find-bookings-page').then((m) => m.FindBookingsPage),
  },
  {
    path: 'bookings/cash-up',
    canActivate: [mayOpen('money.read.any')],
    title: $localize`Cash up · Admin`,
    loadComponent: () => import('./till/cash-up-page').then((m) => m.CashUpPage),
  },
  {
    path: 'bookings/:bookingId',
    title: $localize`Booking · Admin`,
    loadComponent: () => import('./bookings/admin-booking-page').then((m) => m.AdminBookingPage),
  },
  {
    path: 'mails',
    canActivate: [mayOpen('mail.read.any')],
    title: $localize`Mail · Admin`,
    loadComponent: () => import('./mail/mails-page').then((m) => m.MailsPage),
  },
  {
    path: 'audit',
    canActivate: [mayOpen('audit.read.any')],
    title: $localize`Audit · Admin`,
    loadComponent: () => import('./audit/audit-page').then((m) => m.AuditPage),
  },
  {
    path: 'organiser',
    canActivate: [mayOpen('organiser.manage.any')],
    title: $localize`Organiser · Admin`,
    loadComponent: () => import('./organiser/organiser-page').then((m) => m.OrganiserPage),
  },
  {
    path: 'people',
    canActivate: [mayOpen('people.manage.any')],
    title: $localize`People · Admin`,
    loadComponent: () => import('./people/people-page').then((m) => m.PeoplePage),
  },
  {
    path: 'shows/:showId/edit',
    canActivate: [mayOpen('show.manage.any')],
    title: $localize`Edit show · Admin`,
    loadComponent: () => import('./edit/edit-show-page').then((m) => m.EditShowPage),
  },
  {
    path: 'shows/:showId/dates',
    canActivate: [mayOpen('show.manage.any')],
    title: $localize`More dates · Admin`,
    loadComponent: () => import('./dates/more-dates-page').then((m) => m.MoreDatesPage),
  },
  {
    path: 'shows/:showId/plan',
    canActivate: [mayOpen('show.manage.any')],
    title: $localize`Switch the plan · Admin`,
    loadComponent: () => import('./plan-switch/plan-switch-page').then((m) => m.PlanSwitchPage),
  },
  {
    path: 'shows/:showId/sell',
    title: $localize`Sell · Admin`,
    loadComponent: () => import('./sell/sell-page').then((m) => m.SellPage),
  },
  {
    path: 'shows/:showId/door',
    canActivate: [mayOpen('ticket.check.any')],
    title: $localize`Door · Admin`,
    loadComponent: () => import('./door/door-page').then((m) => m.DoorPage),
  },
  {
    path: 'shows/:showId/ledger',
    canActivate: [mayOpen('ledger.read.any')],
    title: $localize`Seat ledger · Admin`,
    loadComponent: () => import('./ledger/ledger-page').then((m) => m.LedgerPage),
  },
  {
    path: 'shows/:showId',
    title: $localize`Show · Admin`,
    loadComponent: () => import('./show/admin-show-page').then((m) => m.AdminShowPage),
  },
];

/** The admin area. @param more pages of other features that stand in it */
export const adminRoutes = (more: Routes = []): Routes => [
  {
    path: '',
    providers: [AdminNews],
    loadComponent: () => import('./frame/admin-area').then((m) => m.AdminArea),
    children: [...more, ...PAGES],
  },
];
