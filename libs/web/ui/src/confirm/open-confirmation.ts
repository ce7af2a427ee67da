import { Injector } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { ConfirmDialog } from './confirm-dialog';
import { Confirmation } from './confirmation';

/** Opens the question; resolves with true only for the button that does it. */
export async function openConfirmation(injector: Injector, question: Confirmation): Promise<boolean> {
  const dialog = injector.get(MatDialog).open<ConfirmDialog, Confirmation, boolean>(ConfirmDialog, {
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
