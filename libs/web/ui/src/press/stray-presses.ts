import { DestroyRef, DOCUMENT, inject, Injectable } from '@angular/core';
import { Writes } from '../write/write-gate';
import { isSamePlace, Presses } from './presses';

/** What can be pressed: the press of a part is a press of the whole. */
const PRESSED = 'a, button, label, input, [role]';

/**
 * Keeps the second of two taps away from what the first has brought under the finger: the first closed a dialog or led to
 * another page, and the second would press what lies there. It does so for as long as two clicks are one double-click, and
 * until the outcome of something that was written has settled.
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
    // Whoever writes something in between has seen what is there now.
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
