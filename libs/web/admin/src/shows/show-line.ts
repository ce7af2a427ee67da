import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AdminShowResponse } from '@modex/web-api-client';
import { DateBlock, StatusChip, ShowTimePipe } from '@modex/web-ui';
import { priceRange } from '../prices/price-text';
import { PlanLink } from './plan-link';
import { SalesBar } from './sales-bar';
import { SHOW_STATE_WORDS, showStateOf } from './show-state';

/** One show in a line: when, what, where, how it stands, how it sells. */
@Component({
  selector: 'mx-show-line',
  imports: [DateBlock, PlanLink, RouterLink, SalesBar, StatusChip, ShowTimePipe],
  template: `
    <article>
      <mx-date-block [show]="show()" />
      <div class="what">
        <h2>
          <a [routerLink]="['/admin/shows', show().id]"
            ><bdi>{{ show().title }}</bdi></a
          >
        </h2>
        <p>
          <time [attr.datetime]="show().startTime">{{ show() | mxShowTime }}</time>
          @if (show().venue) {
            <span>
              · <bdi>{{ show().venue }}</bdi></span
            >
          }
          @if (show().prices) {
            <span> · {{ price() }}</span>
          }
          @if (show().planName) {
            <span> · <mx-plan-link [show]="show()" /></span>
          }
        </p>
      </div>
      <mx-status-chip [word]="state().word" [icon]="state().icon" [tone]="state().tone" />
      <mx-sales-bar [sales]="show()" />
    </article>
  `,
  styleUrl: './show-line.scss',
})
export class ShowLine {
  readonly show = input.required<AdminShowResponse>();

  protected readonly price = computed(() => priceRange(this.show().prices));
  protected readonly state = computed(() => SHOW_STATE_WORDS[showStateOf(this.show())]);
}
