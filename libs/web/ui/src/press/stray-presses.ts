import { DestroyRef, DOCUMENT, inject, Injectable } from '@angular/core';
import { Writes } from '../write/write-gate';
import { isSamePlace, Presses } from './presses';

/** What can be pressed: the press of a part is a press of the whole. */
const PRESSED = 'a, button, label, input, [role]';

/**
 * Stops the second of two taps when the first has closed a dialog or opened another page: it would press whatever is now
 * under the finger. It does so for as long as two clicks count as one double-click, and until the outcome of a write
 * has been shown for a moment.
 */
@Injectable({ providedIn: 'root' })
export class StrayPresses {
  private readonly writes = inject(Writes);
  private readonly presses = new Presses();
  private last: { readonly press: MouseEvent; readonly pressed: Element } | undefined;

  constructor() {
    const stop = new AbortController();
    const first = { capture: true, signal: stop.signal };
    const page = inject(DOCUMENT);
    page.addEventListener('click', (press) => this.hear(press), first);
    // Typing in between means that somebody has seen the new content.
    page.addEventListener('input', () => (this.last = undefined), first);
    inject(DestroyRef).onDestroy(() => stop.abort());
  }

  private hear(press: MouseEvent): void {
    if (!press.detail || !(press.target instanceof Element)) return;
    const soon = this.presses.isSecond(press) || this.writes.isUnsettledAt(press);
    if (soon && this.last && !this.last.pressed.isConnected && isSamePlace(press, this.last.press)) {
      press.preventDefault();
      press.stopImmediatePropagation();
      return;
    }
    this.last = { press, pressed: press.target.closest(PRESSED) ?? press.target };
  }
}
