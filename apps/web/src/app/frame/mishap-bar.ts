import { Component, DOCUMENT, inject } from '@angular/core';
import { Notice } from '@modex/web-ui';
import { Mishaps } from './mishaps';

/** Shows a failure that no page has shown, and what to do next. */
@Component({
  selector: 'app-mishap-bar',
  imports: [Notice],
  template: `
    @if (mishaps.last(); as mishap) {
      <mx-notice tone="error" [headline]="mishap.headline" dismissible (dismissed)="mishaps.last.set(undefined)">
        {{ mishap.nextStep }}
        <button i18n noticeAction type="button" (click)="reload()">Reload</button>
      </mx-notice>
    }
  `,
  styles: `
    :host {
      position: fixed;
      inset: auto var(--mx-gap-4) var(--mx-gap-4);
      z-index: 30;
      display: block;
      max-width: 34rem;
      margin-inline: auto;
    }

    button {
      min-height: 44px;
      padding: 0 var(--mx-gap-4);
      border: 1px solid currentcolor;
      border-radius: 999px;
      background: none;
      color: inherit;
      font: var(--mx-text-small);
      cursor: pointer;
    }
  `,
})
export class MishapBar {
  private readonly page = inject(DOCUMENT);
  protected readonly mishaps = inject(Mishaps);

  protected reload(): void {
    this.page.defaultView?.location.reload();
  }
}
