import { Component, input, output } from '@angular/core';
import { FieldTree, FormField } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { Control, Field } from '@modex/web-ui';
import { TypedFee } from './prices-draft';

/** The controls for one fee. */
@Component({
  selector: 'mx-fee-fields',
  imports: [Control, Field, FormField, MatButtonModule],
  template: `
    @let fee = form()().value();
    <fieldset class="card">
      <legend class="mx-visually-hidden">
        <bdi>{{ fee.name || unnamed }}</bdi>
      </legend>
      <div class="row">
        <mx-field label="Name of the fee" i18n-label [state]="form().name()">
          <input mxControl type="text" autocomplete="off" [formField]="form().name" />
        </mx-field>
        <mx-field [label]="fee.kind === 'fixed' ? amount : percent" [state]="form().value()">
          <input mxControl type="text" inputmode="decimal" autocomplete="off" [formField]="form().value" />
        </mx-field>
        <mx-field label="Charged" i18n-label [state]="form().per()">
          <select mxControl [formField]="form().per">
            <option i18n value="seat">Per seat</option>
            <option i18n value="order">Per order</option>
          </select>
        </mx-field>
        <mx-field label="As" i18n-label [state]="form().kind()">
          <select mxControl [formField]="form().kind">
            <option i18n value="fixed">Fixed amount</option>
            <option i18n value="percent">Percentage</option>
          </select>
        </mx-field>
      </div>
      <div class="actions">
        <button matButton type="button" [attr.aria-label]="removeWords(fee.name)" (click)="removed.emit()" i18n>
          Remove
        </button>
      </div>
    </fieldset>
  `,
  styleUrl: './price-part.scss',
})
export class FeeFields {
  readonly form = input.required<FieldTree<TypedFee>>();
  readonly removed = output<void>();

  protected readonly unnamed = $localize`New fee`;
  protected readonly amount = $localize`Amount`;
  protected readonly percent = $localize`Percent of the price`;

  protected removeWords(name: string): string {
    return $localize`Remove ${name || this.unnamed}:name:`;
  }
}
