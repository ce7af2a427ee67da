import { DOCUMENT, inject, Injectable } from '@angular/core';

/** How long the browser may take to go back by one entry, in milliseconds. */
const PATIENCE_MS = 1000;

interface Layer {
  readonly id: number;
  readonly close: () => void;
}

/**
 * Back closes what lies over the page and leaves the page as it is: a layer has an entry in the history while it is open.
 * The router learns nothing of these entries, since neither the address nor the page changes.
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

  /** A layer lies over the page now; `close` is called at Back. Await what is returned when it has closed in any way. */
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

  /** Takes the layer's entry away, unless Back has done so or the page has moved on. */
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
