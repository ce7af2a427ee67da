import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ShowResponse } from '@modex/web-api-client';
import { Availability, DateBlock, Poster, TimePipe } from '@modex/web-ui';

/** One show as a poster that leads to its seats. */
@Component({
  selector: 'mx-show-card',
  imports: [Availability, DateBlock, Poster, RouterLink, TimePipe],
  template: `
    <a [routerLink]="['/shows', show().id]">
      <mx-poster [title]="show().title">
        <div class="face">
          <mx-date-block [time]="show().startTime" />
          @if (soldOut()) {
            <span class="stamp">Sold out</span>
          }
          <h2>{{ show().title }}</h2>
        </div>
      </mx-poster>
      <div class="facts">
        <p class="when">
          <span>{{ show().startTime | mxTime: 'time' }}</span>
          @if (show().venue) {
            <span class="venue">{{ show().venue }}</span>
          }
        </p>
        <mx-availability [free]="show().freeSeats" [total]="show().totalSeats" />
      </div>
    </a>
  `,
  styleUrl: './show-card.scss',
})
export class ShowCard {
  readonly show = input.required<ShowResponse>();

  protected readonly soldOut = computed(() => this.show().freeSeats === 0);
}
