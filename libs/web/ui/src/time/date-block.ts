import { Component, computed, input } from '@angular/core';
import { otherYear, ShowTime, ShowTimePipe } from './show-time';

/** The date of a show at its venue, as a tear-off calendar shows it: weekday, day, month; the year when it is not this one. */
@Component({
  selector: 'mx-date-block',
  imports: [ShowTimePipe],
  template: `
    <time [attr.datetime]="show().startTime">
      <span class="weekday">{{ show() | mxShowTime: 'weekday' }}</span>
      <span class="day">{{ show() | mxShowTime: 'day' }}</span>
      <span class="month">{{ show() | mxShowTime: 'month' }}</span>
      @if (year()) {
        <span class="year">{{ year() }}</span>
      }
    </time>
  `,
  styles: `
    time {
      display: grid;
      justify-items: center;
      min-width: 3.75rem;
      padding: 0.5rem 0.6rem 0.55rem;
      border-radius: var(--mx-radius-small);
      background: #fffaf0;
      color: #2a1218;
      box-shadow: 0 6px 18px rgb(0 0 0 / 28%);
    }

    .weekday,
    .month,
    .year {
      font: 700 0.6875rem/1.1 var(--mx-text);
      letter-spacing: 0.09em;
      text-transform: uppercase;
    }

    .weekday {
      color: #9c1740;
    }

    .day {
      font: 760 1.75rem/1.05 var(--mx-display);
    }
  `,
})
export class DateBlock {
  readonly show = input.required<ShowTime>();

  protected readonly year = computed(() => otherYear(this.show()));
}
