import { Component, input } from '@angular/core';
import { Icon } from '../frame/icon';

/** A page or list with nothing to show: why, and what to do next (inside). Used for empty, missing and failed. */
@Component({
  selector: 'mx-blank-state',
  imports: [Icon],
  template: `
    <div class="light" aria-hidden="true"><mx-icon [path]="icon()" /></div>
    <h2>{{ headline() }}</h2>
    @if (words()) {
      <p>{{ words() }}</p>
    }
    <div class="next"><ng-content /></div>
  `,
  styles: `
    :host {
      display: grid;
      justify-items: center;
      gap: var(--mx-gap-3);
      padding: var(--mx-gap-7) var(--mx-gap-4) var(--mx-gap-8);
      text-align: center;
    }

    .light {
      display: grid;
      place-items: center;
      width: 9rem;
      height: 9rem;
      border-radius: 50%;
      background: radial-gradient(circle, var(--mx-glow), transparent 68%);
      color: var(--mat-sys-primary);
      font-size: 2.25rem;
    }

    p {
      max-width: 34rem;
      font: var(--mx-text-lead);
      color: var(--mat-sys-on-surface-variant);
    }

    .next {
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
      gap: var(--mx-gap-3);
      padding-top: var(--mx-gap-3);
    }
  `,
})
export class BlankState {
  readonly icon = input.required<string>();
  readonly headline = input.required<string>();
  readonly words = input('');
}
