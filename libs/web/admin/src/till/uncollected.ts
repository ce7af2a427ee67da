import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { LIMITS, moneyText } from '@modex/domain';
import {
  AdminShowResponse,
  Api,
  findUncollected,
  Problem,
  reading,
  readProblem,
  releaseUncollected,
  UncollectedResponse,
} from '@modex/web-api-client';
import { Confirmation, Confirmations, counted, isolated, LOCALE, Notice, WriteButton, WriteGate } from '@modex/web-ui';
import { askAgain } from '../ask-again';

/**
 * What is booked and not paid for at the counter, and its release in one act. In: the show. Out: `released` when seats are on
 * sale again.
 */
@Component({
  selector: 'mx-uncollected',
  imports: [MatButtonModule, Notice, WriteButton],
  providers: [WriteGate],
  template: `
    @if (said()) {
      <mx-notice tone="success" [headline]="said()" />
    }
    @if (refused(); as problem) {
      <mx-notice tone="error" [headline]="problem.headline">{{ problem.nextStep }}</mx-notice>
    }
    @if (waiting(); as told) {
      <p>
        {{ words() }}
        <button matButton="outlined" type="button" [mxWrite]="release">
          @if (progress()) {
            {{ progress() }}
          } @else {
            <ng-container i18n>Release uncollected seats</ng-container>
          }
        </button>
      </p>
    }
  `,
  styles: `
    p {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--mx-gap-2) var(--mx-gap-4);
    }
  `,
})
export class UncollectedPart {
  private readonly api = inject(Api);
  private readonly confirmations = inject(Confirmations);

  readonly show = input.required<AdminShowResponse>();
  readonly released = output();

  private readonly reading = reading({
    params: () => this.show().id,
    read: (showId) => this.api.invoke(findUncollected, { showId }),
  });
  protected readonly said = signal('');
  protected readonly progress = signal('');
  protected readonly refused = signal<Problem | undefined>(undefined);
  /** Undefined: nothing waits. */
  protected readonly waiting = computed(() => {
    const told = this.reading.value();
    return told === undefined || told.bookings === 0 ? undefined : told;
  });
  protected readonly words = computed(() => wordsOf(this.waiting()));

  protected readonly release = async (): Promise<void> => {
    this.said.set('');
    this.refused.set(undefined);
    const reason = await this.confirmations.askWhy(questionOf(this.show(), this.words()));
    if (reason === undefined) return;
    try {
      const seats = await this.releaseAll(reason);
      this.said.set(
        counted(seats, $localize`{n, plural, =1 {1 seat is on sale.} other {${seats}:seats: seats are on sale.}}`),
      );
    } catch (error) {
      this.refused.set(readProblem(error));
    }
    this.progress.set('');
    await this.reading.refresh();
    this.released.emit();
  };

  /** Goes on until none is left. @returns how many seats are on sale again */
  private async releaseAll(reason: string): Promise<number> {
    const body = reason === '' ? {} : { reason };
    for (let [seats, bookings] = [0, 0]; ;) {
      this.progress.set($localize`Releasing… ${bookings}:done: of ${this.waiting()?.bookings ?? 0}:all:`);
      const done = await askAgain(() => this.api.invoke(releaseUncollected, { showId: this.show().id, body }));
      seats += done.seats;
      bookings += done.bookings;
      // If nothing was released, what is left was paid for meanwhile.
      if (done.left === 0 || done.bookings === 0) return seats;
    }
  }
}

function wordsOf(waiting: UncollectedResponse | undefined): string {
  if (waiting?.due == null) return '';
  const [{ bookings }, seats, due] = [waiting, seatWords(waiting), moneyText(waiting.due, LOCALE)];
  return counted(
    bookings,
    $localize`{n, plural, =1 {1 booking with ${seats}:seats: waits at the counter: ${due}:money: to be paid.} other {${bookings}:bookings: bookings with ${seats}:seats: wait at the counter: ${due}:money: to be paid.}}`,
  );
}

function seatWords({ seats }: UncollectedResponse): string {
  return counted(seats, $localize`{n, plural, =1 {1 seat} other {${seats}:seats: seats}}`);
}

function questionOf({ title }: AdminShowResponse, words: string): Confirmation {
  return {
    headline: $localize`Release what nobody collected for “${isolated(title)}:title:”?`,
    consequences: [
      words,
      $localize`Bookings that were paid in part, or with whose tickets somebody came in, stay.`,
      $localize`The seats are on sale again at once. This cannot be undone.`,
    ],
    confirm: $localize`Release the seats`,
    keep: $localize`Keep the bookings`,
    why: $localize`Why? The customers read it.`,
    longest: LIMITS.reason,
  };
}
