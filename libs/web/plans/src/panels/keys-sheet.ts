import { Component } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatDialogModule } from '@angular/material/dialog';
import { KEY_WORDS } from '../editor/keys';

/** All keys of the editor. */
@Component({
  imports: [MatButtonModule, MatDialogModule],
  template: `
    <h2 id="keys-heading" i18n>Keys</h2>
    <p i18n>While the plan or the toolbox has the focus:</p>
    <dl>
      @for (key of keys; track key.keys) {
        <div>
          <dt>
            <kbd>{{ key.keys }}</kbd>
          </dt>
          <dd>{{ key.does }}</dd>
        </div>
      }
    </dl>
    <button i18n class="close" matButton="filled" type="button" mat-dialog-close>Close</button>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--mx-gap-3);
      padding: var(--mx-gap-5);
    }

    dl {
      display: grid;
      gap: var(--mx-gap-1);
      margin: 0;
    }

    dl div {
      display: grid;
      grid-template-columns: minmax(5rem, 10rem) minmax(0, 1fr);
      gap: var(--mx-gap-3);
      font: var(--mx-text-small);
    }

    dd {
      margin: 0;
    }

    .close {
      justify-self: end;
    }
  `,
})
export class KeysSheet {
  protected readonly keys = KEY_WORDS;
}
