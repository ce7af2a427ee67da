import { inject, Injectable } from '@angular/core';
import { Dialogs } from '../dialog/dialogs';
import { Confirmation, Confirmed } from './confirmation';

/** Asks before something that cannot be taken back. */
@Injectable({ providedIn: 'root' })
export class Confirmations {
  private readonly dialogs = inject(Dialogs);

  /** True only when the button that does it was pressed; dismissing the question changes nothing. */
  async ask(question: Confirmation): Promise<boolean> {
    return (await this.askWhy(question)) !== undefined;
  }

  /** The reason that was given, which may be empty; undefined unless the button that does it was pressed. */
  async askWhy(question: Confirmation): Promise<string | undefined> {
    const answer = await this.dialogs.open<Confirmed, Confirmation>({
      load: async () => (await import('./confirm-dialog')).ConfirmDialog,
      data: question,
      width: '32rem',
      autoFocus: '.keep',
      ariaLabelledBy: 'confirm-heading',
      ariaDescribedBy: 'confirm-consequences',
      role: 'alertdialog',
    });
    return answer?.why;
  }
}
