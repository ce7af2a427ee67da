import { Component, input } from '@angular/core';

/** An icon from its outline (24 by 24 units, as in @mdi/js). Decoration: what it means stands beside it in words. */
@Component({
  selector: 'mx-icon',
  template: `<svg viewBox="0 0 24 24" aria-hidden="true"><path [attr.d]="path()" /></svg>`,
  styles: `
    :host {
      display: inline-grid;
      flex: none;
      width: 1.5em;
      height: 1.5em;
      /* Within a line its middle is the middle of the capitals. */
      vertical-align: -0.39em;
    }

    svg {
      width: 100%;
      height: 100%;
      fill: currentColor;
    }
  `,
})
export class Icon {
  readonly path = input.required<string>();
}
