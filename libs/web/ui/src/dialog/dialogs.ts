import { DOCUMENT, inject, Injectable, Injector } from '@angular/core';
import { DialogWish } from './dialog-wish';

/**
 * The only way to open a dialog. Escape, Back and a press beside it close it; the focus then returns to where it was. For a
 * moment a new dialog takes no press, since the press was meant for what was there before.
 */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  private readonly injector = inject(Injector);
  private readonly page = inject(DOCUMENT);

  /**
   * Resolves with the dialog's result; undefined when it was dismissed. `opener`: the element that had the focus when the
   * dialog was asked for, if it may have lost it since.
   */
  async open<R, D = unknown>(wish: DialogWish<D>, opener = this.page.activeElement): Promise<R | undefined> {
    const [component, { showDialog }] = await Promise.all([wish.load(), import('./show-dialog')]);
    return showDialog<R>(this.injector, { ...wish, component, opener });
  }
}
