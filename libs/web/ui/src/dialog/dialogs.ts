import { DOCUMENT, inject, Injectable, Injector } from '@angular/core';
import { DialogWish } from './dialog-wish';

/**
 * Opens dialogs over the page; no other way leads to one. Escape, Back and a press beside it close it; then the focus is
 * where it was. For a moment a new dialog takes no press: it was meant for what stood there before.
 */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  private readonly injector = inject(Injector);
  private readonly page = inject(DOCUMENT);

  /**
   * Resolves with what the dialog closed with; undefined when it was dismissed. `opener`: what had the focus at the press
   * that leads here, where it may have been lost since.
   */
  async open<R, D = unknown>(wish: DialogWish<D>, opener = this.page.activeElement): Promise<R | undefined> {
    const [component, { showDialog }] = await Promise.all([wish.load(), import('./show-dialog')]);
    return showDialog<R>(this.injector, { ...wish, component, opener });
  }
}
