import { Component, computed, effect, input, output } from '@angular/core';
import { PlanLayoutResponse, Reading } from '@modex/web-api-client';
import { CategoryLegend, SeatMap, planOfLayout } from '@modex/web-seats';
import { counted, NumberPipe, Skeleton } from '@modex/web-ui';

/** The drawn plan that was chosen for a show. */
@Component({
  selector: 'mx-plan-preview',
  imports: [CategoryLegend, NumberPipe, SeatMap, Skeleton],
  template: `
    @if (plan(); as drawn) {
      <p class="size" role="status">
        <ng-container i18n>{drawn.size, plural,
          =1 {<strong>1</strong> seat}
          other {<strong>{{ drawn.size | number }}</strong> seats}
        }</ng-container>
        <span
          ><bdi>{{ layout().value()?.name }}</bdi></span
        >
      </p>
      <mx-category-legend [plan]="drawn" />
      <mx-seat-map looking [plan]="drawn" [label]="label()" />
    } @else if (layout().problem(); as failed) {
      <p class="failed" role="alert">{{ failed.headline }}. {{ failed.nextStep }}</p>
    } @else if (layout().loading()) {
      <mx-skeleton height="16rem" />
    } @else {
      <p i18n role="status">The plan that you choose is drawn here.</p>
    }
  `,
  styleUrl: './layout-preview.scss',
})
export class PlanPreview {
  readonly layout = input.required<Reading<PlanLayoutResponse>>();
  /** How many seats the plan has; 0: none is known. */
  readonly counted = output<number>();

  protected readonly plan = computed(() => {
    const laid = this.layout().value();
    return laid && planOfLayout(laid);
  });
  protected readonly label = computed(() => {
    const seats = this.plan()?.size ?? 0;
    return counted(seats, $localize`{n, plural, =1 {1 seat.} other {${seats}:seats: seats.}}`);
  });

  constructor() {
    effect(() => this.counted.emit(this.plan()?.size ?? 0));
  }
}
