import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { ConfirmDialog } from './confirm-dialog';
import { Confirmation } from './confirmation';

/** Asks before something that cannot be taken back. */
@Injectable({ providedIn: 'root' })
export class Confirmations {
  private readonly dialogs = inject(MatDialog);

  /** True only when the visitor pressed the button that does it; dismissing the question keeps everything. */
  async ask(question: Confirmation): Promise<boolean> {
    const dialog = this.dialogs.open<ConfirmDialog, Confirmation, boolean>(ConfirmDialog, {
      data: question,
      role: 'alertdialog',
      width: '32rem',
      maxWidth: 'calc(100vw - 1.5rem)',
      autoFocus: '.keep',
      ariaLabelledBy: 'confirm-heading',
      ariaDescribedBy: 'confirm-consequences',
    });
    return (await firstValueFrom(dialog.afterClosed())) === true;
  }
}
