import { Component, input } from '@angular/core';
import { FieldTree, FormField } from '@angular/forms/signals';
import { Control, Field } from './field';

/**
 * A form field for an e-mail. A control of the type `email` would remove blanks during typing, which can mix up the order
 * of the letters; this one only asks for the e-mail keyboard.
 */
@Component({
  selector: 'mx-email-field',
  imports: [Control, Field, FormField],
  template: `
    <mx-field label="E-mail" i18n-label [hint]="hint()" [state]="field()()">
      <input
        mxControl
        type="text"
        inputmode="email"
        autocapitalize="off"
        spellcheck="false"
        [autocomplete]="autocomplete()"
        [formField]="field()"
      />
    </mx-field>
  `,
  styles: `
    :host {
      display: grid;
      min-width: 0;
    }
  `,
})
export class EmailField {
  readonly field = input.required<FieldTree<string>>();
  readonly hint = input('');
  /** What the browser may fill in; `username` on a sign-in form. */
  readonly autocomplete = input<'email' | 'username' | 'off'>('email');
}
