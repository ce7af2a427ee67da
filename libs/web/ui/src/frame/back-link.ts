import { Component, input } from '@angular/core';
import { mdiArrowLeft } from '@mdi/js';
import { Icon } from './icon';

/** What is behind the link: the page, or a picture that may be dark or light anywhere. */
type BackGround = '' | 'picture';

/** `<a mxBack routerLink="…">All shows</a>`: the way up from a page, above its heading; `mxBack="picture"` on a poster. */
@Component({
  selector: 'a[mxBack]',
  imports: [Icon],
  template: `<mx-icon [path]="icon" /> <ng-content />`,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: var(--mx-gap-2);
      justify-self: start;
      min-height: 44px;
      margin-bottom: calc(-1 * var(--mx-gap-4));
      color: var(--mat-sys-on-surface-variant);
      font: var(--mx-text-label);
      text-decoration: none;
    }

    :host(:hover) {
      text-decoration: underline;
    }

    :host(.on-picture) {
      margin-bottom: 0;
      padding: 0 var(--mx-gap-4) 0 var(--mx-gap-3);
      border-radius: 999px;
      background: rgb(0 0 0 / 42%);
      color: #fff;
    }

    :host(.on-picture:hover) {
      background: rgb(0 0 0 / 62%);
      text-decoration: none;
    }

    :host(.on-picture:focus-visible) {
      outline-color: #fff;
    }
  `,
  host: { '[class.on-picture]': "ground() === 'picture'" },
})
export class BackLink {
  readonly ground = input<BackGround>('', { alias: 'mxBack' });
  protected readonly icon = mdiArrowLeft;
}
