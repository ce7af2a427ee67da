import { Component } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiSeatOutline } from '@mdi/js';
import { BlankState, Heading } from '@modex/web-ui';

/** The page for every address that leads nowhere. */
@Component({
  imports: [BlankState, Heading, MatButtonModule, RouterLink],
  template: `
    <h1 mxHeading class="mx-visually-hidden">Page not found</h1>
    <mx-blank-state
      [icon]="icon"
      headline="This seat does not exist"
      words="The address leads nowhere. Perhaps the show has left town, or a letter went missing on the way."
    >
      <a matButton="filled" routerLink="/">See what is on</a>
    </mx-blank-state>
  `,
})
export class NotFoundPage {
  protected readonly icon = mdiSeatOutline;
}
