import { DOCUMENT, inject, Injectable } from '@angular/core';

/** How long the browser may take to go back by one entry, in milliseconds. */
const PATIENCE_MS = 1000;

interface Layer {
  readonly id: number;
  readonly close: () => void;
}

/**
 * Lets Back close a dialog and leave the page as it is: a dialog has an entry in the history while it is open. The router
 * does not see these entries, since neither the address nor the page changes.
 */
@Injectable({ providedIn: 'root' })
export class BackGuard {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly layers: Layer[] = [];
  private ids = 0;
  private left: (() => void) | undefined;

  constructor() {
    this.window?.addEventListener('popstate', (event) => this.pop(event), { capture: true });
  }

  /** Call when a dialog opens; `close` is called at Back. Call the result once the dialog has closed, however it closed. */
  cover(close: () => void): () => Promise<void> {
    const layer = { id: ++this.ids, close };
    this.layers.push(layer);
    this.window?.history.pushState({ ...this.state(), mxLayer: layer.id }, '');
    return () => this.leave(layer);
  }

  private pop(event: Event): void {
    const layer = this.layers.at(-1);
    if (this.left) this.left();
    else if (layer && this.state()['mxLayer'] !== layer.id) {
      this.layers.pop();
      layer.close();
    } else return;
    event.stopImmediatePropagation();
  }

  /** Removes the dialog's entry, unless Back has done so or another page has come. */
  private async leave(layer: Layer): Promise<void> {
    const place = this.layers.indexOf(layer);
    if (place >= 0) this.layers.splice(place, 1);
    if (place < 0 || this.state()['mxLayer'] !== layer.id) return;
    await new Promise<void>((done) => {
      const late = setTimeout(() => this.left?.(), PATIENCE_MS);
      this.left = () => {
        clearTimeout(late);
        this.left = undefined;
        done();
      };
      this.window?.history.back();
    });
  }

  private state(): Readonly<Record<string, unknown>> {
    const state: unknown = this.window?.history.state;
    return typeof state === 'object' && state !== null ? { ...state } : {};
  }
}
