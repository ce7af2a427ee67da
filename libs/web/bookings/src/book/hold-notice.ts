import { Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { isWorthAskingAgain } from '@modex/web-api-client';
import { Notice, WriteButton } from '@modex/web-ui';
import { SeatHold } from './seat-hold';

/** Says what became of the hold where it is not what was chosen, and offers the next step. */
@Component({
  selector: 'mx-hold-notice',
  imports: [MatButtonModule, Notice, RouterLink, WriteButton],
  template: `
    @if (hold.problem(); as problem) {
      <mx-notice [tone]="tone()" [headline]="problem.headline" [dismissible]="!isOpen()" (dismissed)="hold.dismiss()">
        @if (isOpen()) {
          <ng-container i18n>Some of your seats may not be kept yet. We keep asking.</ng-container>
        } @else {
          {{ problem.nextStep }}
        }
        @if (problem.code === 'hold-confirmed') {
          <p><a i18n routerLink="/bookings">My bookings</a></p>
        }
        @if (isOpen()) {
          <button i18n noticeAction matButton="outlined" type="button" [mxWrite]="follow">Ask again now</button>
        } @else if (hold.ended().length > 0) {
          <button i18n noticeAction matButton="outlined" type="button" [mxWrite]="again">Choose the same seats</button>
        }
      </mx-notice>
    }
  `,
})
export class HoldNotice {
  protected readonly hold = inject(SeatHold);
  /** It may still be kept: the last request was not answered, or is to be made again. */
  protected readonly isOpen = computed(() => {
    const problem = this.hold.problem();
    return problem !== undefined && isWorthAskingAgain(problem) && this.hold.behind();
  });
  protected readonly tone = computed(() => (this.isOpen() ? 'info' : 'warning'));
  protected readonly follow = (): Promise<void> => this.hold.settled();
  protected readonly again = (): Promise<void> => this.hold.again();
}
