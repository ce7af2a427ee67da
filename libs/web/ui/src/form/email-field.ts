import { Component, input } from '@angular/core';
import { FieldTree, FormField } from '@angular/forms/signals';
import { Control, Field } from './field';

/**
 * The field of a form for an e-mail. A control of the type `email` would take blanks away while somebody writes, and the
 * letters then end up in another order: this one only asks for the keyboard of an e-mail.
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
  /** What the browser may fill in; `username` where one signs in with it. */
  readonly autocomplete = input<'email' | 'username' | 'off'>('email');
}
