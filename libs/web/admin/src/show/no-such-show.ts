import { Component } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiTheater } from '@mdi/js';
import { BlankState } from '@modex/web-ui';

/** What stands on a page of a show where there is none at its address. */
@Component({
  selector: 'mx-no-such-show',
  imports: [BlankState, MatButtonModule, RouterLink],
  template: `
    <mx-blank-state
      [icon]="icon"
      headline="No such show"
      i18n-headline
      words="There is none at this address."
      i18n-words
    >
      <a i18n matButton="filled" routerLink="/admin">All shows</a>
    </mx-blank-state>
  `,
})
export class NoSuchShow {
  protected readonly icon = mdiTheater;
}
