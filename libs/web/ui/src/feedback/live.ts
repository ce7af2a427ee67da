import { Component } from '@angular/core';

/** Marks a part of a page that is kept up to date. */
@Component({
  selector: 'mx-live',
  template: `<span aria-hidden="true"></span><ng-container i18n>Live</ng-container>`,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: var(--mx-gap-2);
      font: var(--mx-text-label);
      color: var(--mat-sys-tertiary);
    }

    span {
      width: 10px;
      height: 10px;
      border-radius: 50%;
      background: currentColor;
      animation: beat 2s infinite ease-in-out;
    }

    @keyframes beat {
      50% {
        opacity: 0.3;
      }
    }
  `,
})
export class Live {}
