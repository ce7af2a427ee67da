import { Component, computed, input } from '@angular/core';
import { FieldTree, FormField } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { mdiAlertCircleOutline } from '@mdi/js';
import { CURRENCIES, LIMITS } from '@modex/domain';
import { Control, Field, Icon } from '@modex/web-ui';
import { FeeFields } from './fee-fields';
import { PriceExample } from './price-example';
import { newFee, newTicketType, PricedCategory, PricesDraft, usualTicketTypes } from './prices-draft';
import { TicketTypeFields } from './ticket-type-fields';

/** The part of a form that says what a show costs, with an example that is computed while somebody types. */
@Component({
  selector: 'mx-prices-fields',
  imports: [Control, FeeFields, Field, FormField, Icon, MatButtonModule, PriceExample, TicketTypeFields],
  templateUrl: './prices-fields.html',
  styleUrl: './prices-fields.scss',
})
export class PricesFields {
  readonly form = input.required<FieldTree<PricesDraft>>();
  /** The categories of the plan, as many as the form has prices. */
  readonly categories = input.required<readonly PricedCategory[]>();

  protected readonly allSeats = $localize`All seats`;
  protected readonly icon = mdiAlertCircleOutline;
  protected readonly currencies = CURRENCIES;
  protected readonly most = LIMITS.pricesOfAKind;
  protected readonly draft = computed(() => this.form()().value());
  /** What belongs to no single field. */
  protected readonly wrong = computed(() =>
    [this.form()(), this.form().categories(), this.form().ticketTypes(), this.form().fees()]
      .flatMap((field) => field.errors())
      .map(({ message }) => message)
      .join(' '),
  );

  protected charge(isCharged: boolean): void {
    this.change({ isCharged });
  }

  protected addUsualTypes(): void {
    this.change({ ticketTypes: usualTicketTypes(this.draft()) });
  }

  protected addType(): void {
    const { ticketTypes } = this.draft();
    this.change({ ticketTypes: [...ticketTypes, newTicketType('', '100', this.draft())] });
  }

  protected removeType(at: number): void {
    this.change({ ticketTypes: this.draft().ticketTypes.filter((_, index) => index !== at) });
  }

  /** The first one is the default. */
  protected makeDefault(at: number): void {
    const { ticketTypes } = this.draft();
    this.change({ ticketTypes: [...ticketTypes.slice(at, at + 1), ...ticketTypes.filter((_, index) => index !== at)] });
  }

  protected addFee(): void {
    this.change({ fees: [...this.draft().fees, newFee()] });
  }

  protected removeFee(at: number): void {
    this.change({ fees: this.draft().fees.filter((_, index) => index !== at) });
  }

  protected tax(isCharged: boolean): void {
    this.change({ tax: { ...this.draft().tax, isCharged } });
  }

  private change(changes: Partial<PricesDraft>): void {
    this.form()().value.update((draft) => ({ ...draft, ...changes }));
  }
}
