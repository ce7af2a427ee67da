import { Component, input, output } from '@angular/core';
import { FirstPasswordResponse } from '@modex/web-api-client';
import { ShownOnce } from './shown-once';

/** A password to begin with. `passedOn`: it can be hidden now. */
@Component({
  selector: 'mx-first-password',
  imports: [ShownOnce],
  template: `
    <mx-shown-once
      copyIt="Copy the password"
      i18n-copyIt
      hideIt="I have passed it on"
      i18n-hideIt
      [secret]="first().firstPassword"
      (passedOn)="passedOn.emit()"
    >
      <span i18n what>
        The password of <bdi>{{ first().name }}</bdi>
      </span>
      <p i18n>
        Give it to them by a safe way; it is shown only now. They sign in with it as
        <bdi>{{ first().email }}</bdi> and change it under “My account”.
      </p>
    </mx-shown-once>
  `,
})
export class FirstPassword {
  readonly first = input.required<FirstPasswordResponse>();
  readonly passedOn = output<void>();
}
