import { Component, computed, input } from '@angular/core';
import { SeatCounts } from '@modex/web-seats';
import { NumberPipe } from '@modex/web-ui';

/** The seats of a show in four numbers, each with the mark that its seats carry in the drawing. */
@Component({
  selector: 'mx-show-numbers',
  imports: [NumberPipe],
  template: `
    <dl>
      @for (number of numbers(); track number.kind) {
        <div [attr.data-kind]="number.kind">
          <dt><span class="mark" aria-hidden="true"></span>{{ number.word }}</dt>
          <dd>
            {{ number.seats | number }}
            <span>{{ number.share | number: 1 }} %</span>
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
      { kind: 'sold', word: $localize`Sold`, seats: BOOKED },
      { kind: 'free', word: $localize`Free`, seats: AVAILABLE },
      { kind: 'held', word: $localize`Held`, seats: HELD },
      { kind: 'blocked', word: $localize`Blocked`, seats: BLOCKED },
    ].map((number) => ({ ...number, share: total > 0 ? (number.seats / total) * 100 : 0 }));
  });
}
