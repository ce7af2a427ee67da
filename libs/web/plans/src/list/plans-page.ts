import { Component, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiPlus, mdiSeatOutline } from '@mdi/js';
import { PlanResponse } from '@modex/web-api-client';
import {
  BlankState,
  counted,
  Eyebrow,
  Heading,
  Icon,
  ListEnd,
  ListWords,
  Notice,
  Page,
  PageStates,
  Skeleton,
  StatusChip,
  TimePipe,
  WriteButton,
  WriteGate,
} from '@modex/web-ui';
import { PlanActions } from './plan-actions';
import { planState } from './plan-state';

const LIST_WORDS: ListWords = {
  more: $localize`More plans`,
  fetching: $localize`Fetching more plans…`,
  all: (count) => counted(count, $localize`{n, plural, =1 {1 plan} other {${count}:plans: plans}}`),
  soFar: (count) =>
    counted(count, $localize`{n, plural, =1 {1 plan, and more} other {${count}:plans: plans, and more}}`),
};

/** Every seating plan, with its published version and its draft. */
@Component({
  imports: [
    BlankState,
    Eyebrow,
    Heading,
    Icon,
    ListEnd,
    MatButtonModule,
    Notice,
    Page,
    PageStates,
    RouterLink,
    Skeleton,
    StatusChip,
    TimePipe,
    WriteButton,
  ],
  providers: [PlanActions, WriteGate],
  templateUrl: './plans-page.html',
  styleUrl: './plans-page.scss',
})
export class PlansPage {
  protected readonly actions = inject(PlanActions);
  protected readonly icons = { add: mdiPlus, empty: mdiSeatOutline };
  protected readonly listWords = LIST_WORDS;
  protected readonly stateOf = planState;

  constructor() {
    void this.actions.pages.open();
  }

  protected placesOf({ places }: PlanResponse): string {
    return counted(places, $localize`{n, plural, =1 {1 place} other {${places}:places: places}}`);
  }
}
