import { Component, input, output } from '@angular/core';
import { Skeleton } from '@modex/web-ui';
import { User } from '../session/user';
import { SignInReason } from './sign-in-reason';
import { AccountEntrance } from './account-entrance';

/** The door inside of a page: loads its forms when it is shown. Emits `entered` with who came in. */
@Component({
  selector: 'mx-sign-in-panel',
  imports: [AccountEntrance, Skeleton],
  template: `
    @defer (on immediate) {
      <mx-account-entrance [reason]="reason()" [headingId]="headingId()" (entered)="entered.emit($event)" />
    } @placeholder {
      <mx-skeleton height="20rem" />
    } @error {
      <p i18n role="alert">The sign-in could not be loaded. Check your network, then reload the page.</p>
    }
  `,
})
export class SignInPanel {
  readonly reason = input<SignInReason>('account');
  /** The id of the heading, to label a region by it. */
  readonly headingId = input('account-entrance-heading');
  readonly entered = output<User>();
}
