import { Routes } from '@angular/router';
import { mayLeave } from './editor/may-leave';

/** Seating plans in the admin area: all of them, a new one, and the editor of one. */
export const planRoutes: Routes = [
  {
    path: '',
    title: $localize`Seating plans · Admin`,
    loadComponent: () => import('./list/plans-page').then((m) => m.PlansPage),
  },
  {
    path: 'new',
    title: $localize`New plan · Admin`,
    loadComponent: () => import('./new/new-plan-page').then((m) => m.NewPlanPage),
  },
  {
    path: ':planId',
    title: $localize`Seating plan · Admin`,
    canDeactivate: [mayLeave],
    loadComponent: () => import('./editor/plan-page').then((m) => m.PlanPage),
  },
];
