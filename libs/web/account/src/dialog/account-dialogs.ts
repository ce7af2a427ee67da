import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { User } from '../session/session-store';
import { SignInRequest } from '../session/sign-in-reason';
import { AccountDialog } from './account-dialog';

/** Opens the account dialog. */
@Injectable({ providedIn: 'root' })
export class AccountDialogs {
  private readonly dialogs = inject(MatDialog);

  /** Resolves with who came in, or undefined when the dialog was dismissed. */
  async open(request: SignInRequest): Promise<User | undefined> {
    const dialog = this.dialogs.open<AccountDialog, SignInRequest, User>(AccountDialog, {
      data: request,
      width: '29rem',
      maxWidth: 'calc(100vw - 1.5rem)',
      maxHeight: 'calc(100dvh - 1.5rem)',
      autoFocus: '.mx-control',
      ariaLabelledBy: 'account-dialog-heading',
    });
    return firstValueFrom(dialog.afterClosed());
  }
}
