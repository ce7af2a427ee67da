import { Component, computed, input } from '@angular/core';
import { drawnPlan, PlanDrawing, planProblems } from '@modex/domain';
import { CategoryLegend, SeatMap, ShowPlan } from '@modex/web-seats';
import { Notice } from '@modex/web-ui';
import { PlanPicture } from '../paint/plan-picture';

/** The plan as customers see it when all its seats are free. A plan that could not be published is drawn plainly. */
@Component({
  selector: 'mx-plan-preview',
  imports: [CategoryLegend, Notice, PlanPicture, SeatMap],
  template: `
    @if (plan(); as shown) {
      <mx-category-legend [plan]="shown" />
      <mx-seat-map looking [plan]="shown" label="The plan with all seats free" i18n-label />
    } @else {
      <mx-notice tone="info" headline="Customers see the plan when its problems are mended" i18n-headline />
      <mx-plan-picture [drawing]="drawing()" />
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--mx-gap-3);
    }

    mx-plan-picture {
      height: max(26rem, 70dvh);
      aspect-ratio: auto;
    }
  `,
})
export class PlanPreview {
  readonly drawing = input.required<PlanDrawing>();

  /** Its seats have no ids. */
  protected readonly plan = computed(() => {
    const drawing = this.drawing();
    const isSound = planProblems(drawing).every(({ severity }) => severity !== 'error');
    return isSound ? new ShowPlan(drawnPlan(drawing), '') : undefined;
  });
}
