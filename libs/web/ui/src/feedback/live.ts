import { Component, computed, input, linkedSignal } from '@angular/core';

/**
 * How far something that is kept up to date can be trusted. `catchingUp`: it may be behind, and is being asked for;
 * `offline`: nobody can be asked.
 */
export type LiveState = 'live' | 'catchingUp' | 'offline';

const WORDS: Readonly<Record<LiveState, string>> = {
  live: $localize`Live`,
  catchingUp: $localize`Catching up`,
  offline: $localize`Offline`,
};
const LOST = $localize`Offline: what you see may be behind.`;
const BACK = $localize`Live again.`;

/**
 * Marks a part of a page that is kept up to date, by a word and the shape of a dot. Screen readers are told of a lost
 * connection and of its return only: the short catching up in between is nothing that anybody waits for.
 */
@Component({
  selector: 'mx-live',
  template: `
    <span class="dot" aria-hidden="true"></span>{{ word() }}
    <span class="mx-visually-hidden" role="status">{{ news() }}</span>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: var(--mx-gap-2);
      font: var(--mx-text-label);
      white-space: nowrap;
      color: var(--mat-sys-tertiary);
    }

    :host([data-state='catchingUp']) {
      color: var(--mat-sys-on-surface-variant);
    }

    :host([data-state='offline']) {
      color: var(--mat-sys-error);
    }

    /* Drawn by its border alone, which keeps its colour under forced colours. */
    .dot {
      width: 10px;
      height: 10px;
      border: 5px solid currentColor;
      border-radius: 50%;
      box-sizing: border-box;
    }

    :host([data-state='live']) .dot {
      animation: beat 2s infinite ease-in-out;
    }

    :host([data-state='catchingUp']) .dot {
      border-width: 2px;
    }

    :host([data-state='offline']) .dot {
      border-width: 0 0 3px;
      border-radius: 0;
      transform: translateY(-3.5px);
    }

    @keyframes beat {
      50% {
        opacity: 0.3;
      }
    }
  `,
  host: { '[attr.data-state]': 'state()' },
})
export class Live {
  readonly state = input<LiveState>('live');

  protected readonly word = computed(() => WORDS[this.state()]);
  protected readonly news = linkedSignal<LiveState, string>({
    source: this.state,
    computation: (state, before) => {
      if (state === 'offline') return LOST;
      return state === 'live' && before?.value === LOST ? BACK : (before?.value ?? '');
    },
  });
}
