import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { mdiChevronDown, mdiChevronUp, mdiClose } from '@mdi/js';
import { moneyText } from '@modex/domain';
import { counted, Icon, LOCALE, NamedSeat, Presses, Write, WriteButton } from '@modex/web-ui';
import { dueWords } from '../price/payment-words';
import { lineText, PriceSum } from '../price/price-sum';
import { Hold } from './hold-calls';
import { HoldClock } from './hold-clock';
import { Tickets } from './tickets';

/**
 * What was chosen so far, and the button that books it: beside the map on a wide screen, at the bottom edge on a
 * phone. `locked`: nothing may be given back; `busy`: a booking is under way; `unsure`: its outcome is unknown.
 * Notices are put inside.
 */
@Component({
  selector: 'mx-choice-panel',
  imports: [HoldClock, Icon, MatButtonModule, PriceSum, WriteButton],
  templateUrl: './choice-panel.html',
  styleUrl: './choice-panel.scss',
})
export class ChoicePanel {
  readonly seats = input.required<readonly NamedSeat[]>();
  readonly max = input.required<number>();
  readonly locked = input(false);
  readonly busy = input(false);
  readonly unsure = input(false);

  /** The hold of the seats; undefined while nothing is kept. */
  readonly hold = input<Hold>();
  /** Whether what is chosen is not kept yet. */
  readonly behind = input(false);
  /** Keeps them longer. */
  readonly extend = input.required<Write>();
  /** Books what is chosen. */
  readonly book = input.required<Write>();

  readonly givenBack = output<string>();

  protected readonly tickets = inject(Tickets);
  /** What each chosen seat costs, and for whom it can be; empty where the show is free of charge. */
  protected readonly lines = computed(() => {
    const quote = this.tickets.quote();
    return this.seats().flatMap((seat) => {
      const line = quote?.tickets.find(({ seatId }) => seatId === seat.id);
      if (quote === undefined || line === undefined) return [];
      return [{ seat, line, price: lineText(line, quote), options: this.tickets.optionsOf(line.category) }];
    });
  });
  /** How what is chosen would be paid; empty where there is nothing to pay, and while nothing is kept. */
  protected readonly payment = computed(() => {
    const kind = this.hold()?.paymentKind ?? null;
    return kind === null || this.seats().length === 0 ? '' : dueWords(kind, this.tickets.total());
  });
  private readonly presses = new Presses();

  protected readonly icons = { close: mdiClose, fold: mdiChevronDown, unfold: mdiChevronUp };
  /** Whether a phone, where room is short, shows what each seat costs; a wide screen always does. */
  protected readonly unfolded = signal(false);
  protected readonly action = computed(() => {
    const count = this.seats().length;
    if (this.busy()) return $localize`Booking…`;
    if (this.unsure()) return $localize`Try again`;
    if (count === 0) return $localize`Choose a seat`;
    const book = counted(count, $localize`{n, plural, =1 {Book 1 seat} other {Book ${count}:seats: seats}}`);
    return this.tickets.quote() === undefined ? book : `${book} · ${moneyText(this.tickets.total(), LOCALE)}`;
  });

  protected ticketLabel({ name }: NamedSeat): string {
    return $localize`Ticket for ${name}:seat:`;
  }

  protected giveBackLabel({ name }: NamedSeat): string {
    return $localize`Give back ${name}:seat:`;
  }

  /** When a seat goes, the next one moves up under the pointer; a double-click still gives back only one. */
  protected giveBack(press: MouseEvent, seat: NamedSeat): void {
    if (!this.presses.isSecond(press)) this.givenBack.emit(seat.id);
  }
}
