import { Component, computed, ElementRef, inject, input, linkedSignal, output, signal, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MEANS, Means, minorDigits } from '@modex/domain';
import { Api, FoundBookingResponse, Problem, readProblem, takeMoney, TillResponse } from '@modex/web-api-client';
import { Control, Field, newKey, Notice, TimePipe, WriteButton, WriteGate } from '@modex/web-ui';
import { money } from '../prices/price-text';
import { readAmount, typeAmount } from '../prices/typed-amount';
import { MEANS_WORDS } from './means-words';

/**
 * Money of one booking at the counter: what is open, what was paid, and taking it or giving it back. In: the booking, and how
 * it stands. Out: `changed` with the booking as the API says it is now.
 */
@Component({
  selector: 'mx-booking-till',
  imports: [Control, Field, MatButtonModule, Notice, TimePipe, WriteButton],
  providers: [WriteGate],
  templateUrl: './booking-till.html',
  styleUrl: './booking-till.scss',
})
export class BookingTill {
  private readonly api = inject(Api);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  readonly bookingId = input.required<string>();
  readonly till = input.required<TillResponse>();
  readonly changed = output<FoundBookingResponse>();

  protected readonly ways = MEANS.map((means) => ({ means, words: MEANS_WORDS[means] }));
  protected readonly waysInWords = MEANS_WORDS;
  protected readonly means = signal<Means>('cash');
  protected readonly said = signal('');
  protected readonly refused = signal<Problem | undefined>(undefined);
  /** Below zero: the customer gets money back. */
  protected readonly open = computed(() => this.till().open);
  /** What is typed: at first all that is open. */
  protected readonly typed = linkedSignal(() => typeAmount(Math.abs(this.open()), this.digits()));
  /** Of one receipt until it was answered, so that sending it again takes nothing twice. */
  private readonly key = linkedSignal({ source: this.till, computation: () => newKey() });
  private readonly digits = computed(() => minorDigits(this.till().currency) ?? 2);
  private readonly amount = computed(() => readAmount(this.typed(), this.digits()));
  protected readonly field = {
    touched: () => true,
    errors: () => (this.amount() > 0 ? [] : [{ message: $localize`An amount such as ${this.example()}:amount:.` }]),
  };
  protected readonly isTypable = computed(() => this.amount() > 0);
  protected readonly pressWords = computed(() => {
    const amount = money(this.isTypable() ? this.amount() : 0, this.till().currency);
    return this.open() < 0 ? $localize`Give ${amount}:amount: back` : $localize`Take ${amount}:amount:`;
  });

  protected inWords(amount: number): string {
    return money(amount, this.till().currency);
  }

  protected readonly take = async (): Promise<void> => {
    this.said.set('');
    this.refused.set(undefined);
    const amount = this.open() < 0 ? -this.amount() : this.amount();
    const { currency } = this.till();
    const body = { receiptId: this.key(), amount, currency, means: this.means() };
    try {
      this.changed.emit(await this.api.invoke(takeMoney, { bookingId: this.bookingId(), body }));
      const words = this.inWords(Math.abs(amount));
      this.said.set(amount < 0 ? $localize`${words}:amount: given back.` : $localize`${words}:amount: taken.`);
      // The button that was pressed may be gone: the focus must not get lost.
      this.heading().nativeElement.focus();
    } catch (error) {
      this.refused.set(readProblem(error));
    }
  };

  private example(): string {
    return typeAmount(Math.max(1, Math.abs(this.open())), this.digits());
  }
}
