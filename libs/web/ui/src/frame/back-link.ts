import { Component } from '@angular/core';
import { mdiArrowLeft } from '@mdi/js';
import { Icon } from './icon';

/** `<a mxBack routerLink="…">All shows</a>`: the way up from a page, above its heading. */
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
  `,
})
export class BackLink {
  protected readonly icon = mdiArrowLeft;
}
