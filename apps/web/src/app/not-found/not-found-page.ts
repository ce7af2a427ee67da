import { Component } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiSeatOutline } from '@mdi/js';
import { BlankState, Heading } from '@modex/web-ui';

/** The page for every address that leads nowhere. */
@Component({
  imports: [BlankState, Heading, MatButtonModule, RouterLink],
  template: `
    <h1 i18n mxHeading class="mx-visually-hidden">Page not found</h1>
    <mx-blank-state
      [icon]="icon"
      headline="We cannot find this page"
      i18n-headline
      words="Nothing is at this address. Check it for a typing mistake, or start from the list of shows."
      i18n-words
    >
      <a i18n matButton="filled" routerLink="/">See what is on</a>
    </mx-blank-state>
  `,
})
export class NotFoundPage {
  protected readonly icon = mdiSeatOutline;
}
