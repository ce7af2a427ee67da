import { Component, computed, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiCalendarCheck, mdiCalendarClock, mdiCalendarRemove } from '@mdi/js';
import { ShowResponse } from '@modex/web-api-client';
import { BlankState } from '@modex/web-ui';

/** Why the seats of a show cannot be booked. */
type ClosedReason = 'cancelled' | 'begun' | 'notOpen';

interface ClosedWords {
  readonly icon: string;
  readonly headline: string;
  readonly words: string;
}

const CLOSED_WORDS: Readonly<Record<ClosedReason, ClosedWords>> = {
  cancelled: {
    icon: mdiCalendarRemove,
    headline: $localize`This show was cancelled`,
    words: $localize`It does not take place, and every booking for it is cancelled too. If you had seats, the booking stays among yours, marked as cancelled; there is nothing you have to do.`,
  },
  begun: {
    icon: mdiCalendarCheck,
    headline: $localize`This show has begun`,
    words: $localize`Seats can no longer be booked. If you have a booking, it stays valid: show its code at the door.`,
  },
  notOpen: {
    icon: mdiCalendarClock,
    headline: $localize`The sale has not opened yet`,
    words: $localize`Seats can be chosen here as soon as it does.`,
  },
};

/** Shown in place of the seats when none can be booked: why, what it means for a booking, where to go from here. */
@Component({
  selector: 'mx-closed-sale',
  imports: [BlankState, MatButtonModule, RouterLink],
  template: `
    <mx-blank-state [icon]="said().icon" [headline]="said().headline" [words]="said().words">
      @if (reason() !== 'notOpen') {
        <a i18n matButton="filled" routerLink="/bookings">My bookings</a>
      }
      <a i18n matButton="outlined" routerLink="/">Other shows</a>
    </mx-blank-state>
  `,
})
export class ClosedSale {
  readonly show = input.required<Pick<ShowResponse, 'status'>>();

  protected readonly reason = computed(() => reasonOf(this.show()));
  protected readonly said = computed(() => CLOSED_WORDS[this.reason()]);
}

function reasonOf({ status }: Pick<ShowResponse, 'status'>): ClosedReason {
  if (status === 'CANCELLED') return 'cancelled';
  return status === 'DRAFT' ? 'notOpen' : 'begun';
}
