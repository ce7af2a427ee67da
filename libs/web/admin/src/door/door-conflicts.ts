import { Component, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Notice, writeTime } from '@modex/web-ui';
import { Conflict } from './deed-queue';
import { usedWords } from './door-result';

/** Whom this door let in without a network though the ticket was not valid any more, and what to do about each. */
@Component({
  selector: 'mx-door-conflicts',
  imports: [MatButtonModule, Notice],
  template: `
    @for (conflict of conflicts(); track conflict.deed.scanId) {
      <mx-notice tone="error" [headline]="headline(conflict)">
        {{ words(conflict) }}
        <button i18n noticeAction matButton="outlined" type="button" (click)="settled.emit(conflict.deed.scanId)">
          Seen to
        </button>
      </mx-notice>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--mx-gap-3);
    }
  `,
})
export class DoorConflicts {
  readonly conflicts = input.required<readonly Conflict[]>();
  readonly timeZone = input<string>();
  /** Somebody has seen to the conflict of this scan. */
  readonly settled = output<string>();

  protected headline({ deed }: Conflict): string {
    const time = writeTime(deed.at, 'time', this.timeZone());
    return $localize`Let in offline at ${time}:time:, and not valid: ${deed.seat}:seat:`;
  }

  protected words({ refusal: { code, entry } }: Conflict): string {
    if (code === 'ticket-used') {
      const first = usedWords(entry, this.timeZone());
      return $localize`Somebody else was let in with the same ticket. ${first}:first: Two people have this seat: go there, and ask both for their booking.`;
    }
    return $localize`The ticket had been passed on, given back or cancelled. Somebody else may come with the valid one: go to the seat, and ask who is there for the booking.`;
  }
}
