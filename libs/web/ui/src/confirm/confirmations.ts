import { inject, Injectable, Injector } from '@angular/core';
import { Confirmation } from './confirmation';

/** Asks before something that cannot be taken back. The dialog is loaded when it is first needed. */
@Injectable({ providedIn: 'root' })
export class Confirmations {
  private readonly injector = inject(Injector);

  /** True only when the visitor pressed the button that does it; dismissing the question keeps everything. */
  async ask(question: Confirmation): Promise<boolean> {
    const { openConfirmation } = await import('./open-confirmation');
    return openConfirmation(this.injector, question);
  }
}
