import { Component } from '@angular/core';

/** The column that a page stands in: its parts below each other, as wide as the site, with room at the edges. */
@Component({
  selector: '[mxPage]',
  template: '<ng-content />',
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--mx-gap-5);
      max-width: var(--mx-page);
      margin: 0 auto;
      padding: clamp(1.25rem, 3vw, 2rem) var(--mx-gutter) 0;
    }
  `,
})
export class Page {}
