import { Component, input } from '@angular/core';
import { TimePipe } from './show-time';

/** The date as a tear-off calendar shows it: weekday, day, month. `time`: ISO 8601. */
@Component({
  selector: 'mx-date-block',
  imports: [TimePipe],
  template: `
    <time [attr.datetime]="time()">
      <span class="weekday">{{ time() | mxTime: 'weekday' }}</span>
      <span class="day">{{ time() | mxTime: 'day' }}</span>
      <span class="month">{{ time() | mxTime: 'month' }}</span>
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
    .month {
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
  readonly time = input.required<string>();
}
