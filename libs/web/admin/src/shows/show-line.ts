import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AdminShowResponse } from '@modex/web-api-client';
import { DateBlock, StatusChip, TimePipe } from '@modex/web-ui';
import { SalesBar } from './sales-bar';
import { SHOW_STATE_WORDS, showStateOf } from './show-state';

/** One show in a line: when, what, where, how it stands, how it sells. */
@Component({
  selector: 'mx-show-line',
  imports: [DateBlock, RouterLink, SalesBar, StatusChip, TimePipe],
  template: `
    <article>
      <mx-date-block [time]="show().startTime" />
      <div class="what">
        <h2>
          <a [routerLink]="['/admin/shows', show().id]">{{ show().title }}</a>
        </h2>
        <p>
          <time [attr.datetime]="show().startTime">{{ show().startTime | mxTime }}</time>
          @if (show().venue) {
            <span> · {{ show().venue }}</span>
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

  protected readonly state = computed(() => SHOW_STATE_WORDS[showStateOf(this.show())]);
}
