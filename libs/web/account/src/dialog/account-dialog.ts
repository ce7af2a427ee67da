import { Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { mdiClose } from '@mdi/js';
import { Icon } from '@modex/web-ui';
import { AccountEntrance } from '../form/account-entrance';
import { User } from '../session/user';
import { SignInRequest } from '../form/sign-in-reason';

/** The account forms in a dialog, for when a page needs somebody signed in. Closes with the user who signed in. */
@Component({
  imports: [AccountEntrance, Icon],
  template: `
    <button class="close" type="button" (click)="dialog.close()" aria-label="Close without signing in" i18n-aria-label>
      <mx-icon [path]="icon" />
    </button>
    <mx-account-entrance
      headingId="account-dialog-heading"
      [reason]="asked.reason"
      [seats]="asked.seats"
      (entered)="dialog.close($event)"
      (left)="dialog.close()"
    />
  `,
  styles: `
    :host {
      position: relative;
      display: block;
      padding: var(--mx-gap-6) clamp(1.125rem, 5vw, 2rem);
      background: var(--mat-sys-surface-container-low);
      color: var(--mat-sys-on-surface);
    }

    .close {
      position: absolute;
      top: var(--mx-gap-3);
      right: var(--mx-gap-3);
      display: grid;
      place-items: center;
      width: 44px;
      height: 44px;
      border: 0;
      border-radius: 50%;
      background: none;
      color: inherit;
      cursor: pointer;

      &:hover {
        background: var(--mat-sys-surface-container-high);
      }
    }
  `,
})
export class AccountDialog {
  protected readonly asked = inject<SignInRequest>(MAT_DIALOG_DATA);
  protected readonly dialog = inject<MatDialogRef<AccountDialog, User>>(MatDialogRef);
  protected readonly icon = mdiClose;
}
