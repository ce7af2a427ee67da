import { Component } from '@angular/core';

/** `<p mxEyebrow>Admin</p>`: the small line above a heading that names the part of the site. */
@Component({
  selector: 'p[mxEyebrow]',
  template: '<ng-content />',
  styles: `
    :host {
      font: 700 0.8125rem/1.4 var(--mx-text);
      letter-spacing: 0.14em;
      text-transform: uppercase;
      color: var(--mat-sys-secondary);
    }
  `,
})
export class Eyebrow {}
