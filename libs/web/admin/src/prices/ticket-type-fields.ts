import { booleanAttribute, Component, input, output } from '@angular/core';
import { FieldTree, FormField } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { Control, Field } from '@modex/web-ui';
import { PricedCategory, TypedTicketType } from './prices-draft';

/** The controls for one ticket type. */
@Component({
  selector: 'mx-ticket-type-fields',
  imports: [Control, Field, FormField, MatButtonModule],
  template: `
    @let type = form()().value();
    <fieldset class="card">
      <legend class="mx-visually-hidden">
        <bdi>{{ type.name || unnamed }}</bdi>
      </legend>
      <div class="row">
        <mx-field label="Ticket type" i18n-label [state]="form().name()">
          <input mxControl type="text" autocomplete="off" [formField]="form().name" />
        </mx-field>
        <mx-field label="Percent of the full price" i18n-label [state]="form().percent()">
          <input mxControl type="text" inputmode="decimal" autocomplete="off" [formField]="form().percent" />
        </mx-field>
      </div>
      <div class="checks">
        <label class="check">
          <input type="checkbox" [formField]="form().proof" />
          <span i18n>Proof at the door</span>
        </label>
        <label class="check">
          <input type="checkbox" [formField]="form().hasOwnPrices" />
          <span i18n>Prices of its own</span>
        </label>
      </div>
      @if (type.hasOwnPrices) {
        <div class="row">
          @for (category of categories(); track category.key) {
            @if (form().prices[$index]; as price) {
              <mx-field [label]="category.name || allSeats" optional [state]="price.amount()">
                <input mxControl type="text" inputmode="decimal" autocomplete="off" [formField]="price.amount" />
              </mx-field>
            }
          }
        </div>
      }
      <div class="actions">
        @if (first()) {
          <span i18n>For whoever does not choose</span>
        } @else {
          <button matButton type="button" [attr.aria-label]="preferWords(type.name)" (click)="preferred.emit()" i18n>
            Make it the default
          </button>
        }
        <button matButton type="button" [attr.aria-label]="removeWords(type.name)" (click)="removed.emit()" i18n>
          Remove
        </button>
      </div>
    </fieldset>
  `,
  styleUrl: './price-part.scss',
})
export class TicketTypeFields {
  readonly form = input.required<FieldTree<TypedTicketType>>();
  readonly categories = input.required<readonly PricedCategory[]>();
  /** Whether it is the default. */
  readonly first = input(false, { transform: booleanAttribute });

  readonly removed = output<void>();
  /** It is to become the default. */
  readonly preferred = output<void>();

  protected readonly unnamed = $localize`New ticket type`;
  protected readonly allSeats = $localize`All seats`;

  protected removeWords(name: string): string {
    return $localize`Remove ${name || this.unnamed}:name:`;
  }

  protected preferWords(name: string): string {
    return $localize`Make it the default: ${name || this.unnamed}:name:`;
  }
}
