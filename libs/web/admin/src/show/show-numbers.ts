import { DecimalPipe } from '@angular/common';
import { Component, computed, input } from '@angular/core';
import { SeatCounts } from '@modex/web-ui';

/** The seats of a show in four numbers, each with the mark that its seats carry in the drawing. */
@Component({
  selector: 'mx-show-numbers',
  imports: [DecimalPipe],
  template: `
    <dl>
      @for (number of numbers(); track number.name) {
        <div [attr.data-kind]="number.name">
          <dt><span class="mark" aria-hidden="true"></span>{{ number.name }}</dt>
          <dd>
            {{ number.seats | number }}
            <span>{{ number.share | number: '1.0-1' }} %</span>
          </dd>
        </div>
      }
    </dl>
  `,
  styleUrl: './show-numbers.scss',
})
export class ShowNumbers {
  readonly counts = input.required<SeatCounts>();

  protected readonly numbers = computed(() => {
    const { BOOKED, AVAILABLE, HELD, BLOCKED } = this.counts();
    const total = BOOKED + AVAILABLE + HELD + BLOCKED;
    return [
      { name: 'Sold', seats: BOOKED },
      { name: 'Free', seats: AVAILABLE },
      { name: 'Held', seats: HELD },
      { name: 'Blocked', seats: BLOCKED },
    ].map((number) => ({ ...number, share: total > 0 ? (number.seats / total) * 100 : 0 }));
  });
}
