import { Component, input } from '@angular/core';

/** A shimmering stand-in for what is still on its way. `height`, `width`: CSS lengths. */
@Component({
  selector: 'mx-skeleton',
  template: '',
  styles: `
    :host {
      display: block;
      border-radius: var(--mx-radius-small);
      background: linear-gradient(
        100deg,
        var(--mat-sys-surface-container-high) 30%,
        var(--mat-sys-surface-container-low) 50%,
        var(--mat-sys-surface-container-high) 70%
      );
      background-size: 300% 100%;
      animation: shimmer 1.6s linear infinite;
    }

    @keyframes shimmer {
      from {
        background-position: 100% 0;
      }
      to {
        background-position: -50% 0;
      }
    }

    @media (prefers-reduced-motion: reduce) {
      :host {
        animation: none;
      }
    }
  `,
  host: { 'aria-hidden': 'true', '[style.height]': 'height()', '[style.width]': 'width()' },
})
export class Skeleton {
  readonly height = input('1.25rem');
  readonly width = input('100%');
}
