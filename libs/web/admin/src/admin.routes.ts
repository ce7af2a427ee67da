import { Routes } from '@angular/router';
import { Permission } from '@modex/domain';
import { AdminNews } from './frame/admin-news';

/** What whoever opens a page must be allowed to do; `AdminArea` reads it. */
const needs = (permission: Permission) => ({ needs: permission });

/** Shows with their bookings, plans, dates, counters, doors and ledgers; all bookings; mails; the audit; the admins; the organiser. */
const PAGES: Routes = [
  {
    path: '',
    title: $localize`Shows · Admin`,
    loadComponent: () => import('./shows/admin-shows-page').then((m) => m.AdminShowsPage),
  },
  {
    path: 'shows/new',
    data: needs('show.manage.any'),
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
    data: needs('money.read.any'),
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
    data: needs('mail.read.any'),
    title: $localize`Mail · Admin`,
    loadComponent: () => import('./mail/mails-page').then((m) => m.MailsPage),
  },
  {
    path: 'audit',
    data: needs('audit.read.any'),
    title: $localize`Audit · Admin`,
    loadComponent: () => import('./audit/audit-page').then((m) => m.AuditPage),
  },
  {
    path: 'organiser',
    data: needs('organiser.manage.any'),
    title: $localize`Organiser · Admin`,
    loadComponent: () => import('./organiser/organiser-page').then((m) => m.OrganiserPage),
  },
  {
    path: 'people',
    data: needs('people.manage.any'),
    title: $localize`People · Admin`,
    loadComponent: () => import('./people/people-page').then((m) => m.PeoplePage),
  },
  {
    path: 'shows/:showId/edit',
    data: needs('show.manage.any'),
    title: $localize`Edit show · Admin`,
    loadComponent: () => import('./edit/edit-show-page').then((m) => m.EditShowPage),
  },
  {
    path: 'shows/:showId/dates',
    data: needs('show.manage.any'),
    title: $localize`More dates · Admin`,
    loadComponent: () => import('./dates/more-dates-page').then((m) => m.MoreDatesPage),
  },
  {
    path: 'shows/:showId/plan',
    data: needs('show.manage.any'),
    title: $localize`Switch the plan · Admin`,
    loadComponent: () => import('./plan-switch/plan-switch-page').then((m) => m.PlanSwitchPage),
  },
  {
    path: 'shows/:showId/sell',
    data: needs('booking.make.any'),
    title: $localize`Sell · Admin`,
    loadComponent: () => import('./sell/sell-page').then((m) => m.SellPage),
  },
  {
    path: 'shows/:showId/door',
    data: needs('ticket.check.any'),
    title: $localize`Door · Admin`,
    loadComponent: () => import('./door/door-page').then((m) => m.DoorPage),
  },
  {
    path: 'shows/:showId/ledger',
    data: needs('ledger.read.any'),
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
