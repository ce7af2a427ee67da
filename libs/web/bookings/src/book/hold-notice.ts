import { Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { isWorthAskingAgain, Problem } from '@modex/web-api-client';
import { counted, Notice, seatsInWords, WriteButton } from '@modex/web-ui';
import { limitWords } from './limit-words';
import { OpenShow } from './open-show';
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
          {{ nextStep() ?? problem.nextStep }}
        }
        @if (problem.code === 'hold-confirmed' || problem.bought) {
          <p><a i18n routerLink="/bookings">My bookings</a></p>
        }
        @if (isOpen()) {
          <button i18n noticeAction matButton="outlined" type="button" [mxWrite]="follow">Ask again now</button>
        } @else if (problem.code === 'not-enough-seats' && problem.largest) {
          <button noticeAction matButton="outlined" type="button" [mxWrite]="largest">{{ largestLabel() }}</button>
        } @else if (instead()) {
          <button noticeAction matButton="outlined" type="button" [mxWrite]="takeInstead">
            {{ insteadLabel() }}
          </button>
        } @else if (hold.ended().length > 0) {
          <button i18n noticeAction matButton="outlined" type="button" [mxWrite]="again">Choose the same seats</button>
        }
      </mx-notice>
    }
  `,
})
export class HoldNotice {
  private readonly openShow = inject(OpenShow);
  protected readonly hold = inject(SeatHold);
  /** It may still be kept: the last request was not answered, or is to be made again. */
  protected readonly isOpen = computed(() => {
    const problem = this.hold.problem();
    return problem !== undefined && isWorthAskingAgain(problem) && this.hold.behind();
  });
  protected readonly tone = computed(() => (this.isOpen() ? 'info' : 'warning'));
  /** What satisfies the rule that was broken, in words. */
  protected readonly instead = computed(() =>
    seatsInWords(this.openShow.seatsOf(this.hold.problem()?.insteadSeatIds ?? [])),
  );
  /** More than the table knows. */
  protected readonly nextStep = computed(() => {
    const problem = this.hold.problem();
    if (problem?.code === 'not-enough-seats') return this.possible(problem);
    if (problem?.code === 'limit-reached') return limitWords(problem);
    if (problem?.code !== 'lone-seat' || this.instead() === '') return undefined;
    return `${this.alone(problem)} ${this.others(problem)}`;
  });
  protected readonly insteadLabel = computed(() =>
    counted(
      this.hold.problem()?.insteadSeatIds.length ?? 0,
      $localize`{n, plural, =1 {Take this instead} other {Take these instead}}`,
    ),
  );
  protected readonly largestLabel = computed(() => {
    const seats = this.hold.problem()?.largest ?? 0;
    return counted(seats, $localize`{n, plural, =1 {Choose 1 seat} other {Choose ${seats}:seats: seats together}}`);
  });
  protected readonly largest = (): Promise<void> =>
    this.hold.chooseBest({ ...this.hold.bestWish(), quantity: this.hold.problem()?.largest ?? 0 });
  protected readonly takeInstead = (): Promise<void> => this.hold.chooseInstead();
  protected readonly follow = (): Promise<void> => this.hold.settled();
  protected readonly again = (): Promise<void> => this.hold.again();

  private alone({ seatIds }: Problem): string {
    const seats = seatsInWords(this.openShow.seatsOf(seatIds));
    return counted(
      seatIds.length,
      $localize`{n, plural, =1 {${seats}:seats: would be left alone.} other {${seats}:seats: would be left alone.}}`,
    );
  }

  private others({ insteadSeatIds }: Problem): string {
    return counted(
      insteadSeatIds.length,
      $localize`{n, plural, =1 {${this.instead()}:seats: leaves no seat alone.} other {${this.instead()}:seats: leave no seat alone.}}`,
    );
  }

  private possible({ largest = 0 }: Problem): string {
    if (largest === 0) return $localize`No seat is free at the moment. Look again later: seats may be given back.`;
    return counted(
      largest,
      $localize`{n, plural, =1 {Single seats only are free now.} other {At most ${largest}:seats: can sit together now.}}`,
    );
  }
}
