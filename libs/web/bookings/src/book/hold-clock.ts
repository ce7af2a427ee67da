import { Component, computed, DestroyRef, inject, input, linkedSignal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { mdiTimerSand } from '@mdi/js';
import { Icon, serverClock, Write, WriteButton } from '@modex/web-ui';
import { Hold } from './hold-calls';

/** Shorter than a second, so that no second is left out. */
const TICK_MS = 250;
/** An extension by less is none. */
const WORTH_MS = 1_000;

/** The time left that is said aloud, in seconds, the last one first. */
const ANNOUNCED: readonly { readonly within: number; readonly words: string }[] = [
  { within: 30, words: $localize`Your seats are kept for 30 more seconds.` },
  { within: 120, words: $localize`Your seats are kept for 2 more minutes.` },
];

/**
 * How long the seats are kept, by the server's clock, and the button that keeps them longer. It counts down in silence, and
 * is said aloud at two minutes and at thirty seconds.
 */
@Component({
  selector: 'mx-hold-clock',
  imports: [Icon, MatButtonModule, WriteButton],
  template: `
    <p class="left" role="timer">
      <mx-icon [path]="icon" />
      <span i18n
        >Kept for <strong>{{ left() }}</strong></span
      >
    </p>
    @if (canExtend()) {
      <button i18n matButton type="button" [mxWrite]="extend()">Keep them longer</button>
    } @else {
      <p i18n class="last">They cannot be kept any longer: book them in this time.</p>
    }
    <p class="mx-visually-hidden" role="status">{{ announced() }}</p>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0 var(--mx-gap-3);
      min-height: 44px;
      font: var(--mx-text-small);
      color: var(--mat-sys-on-surface-variant);
    }

    .left {
      display: flex;
      align-items: center;
      gap: var(--mx-gap-2);
    }

    strong {
      color: var(--mat-sys-on-surface);
      font-variant-numeric: tabular-nums;
    }

    :host(.soon) strong {
      color: var(--mat-sys-error);
    }
  `,
  host: { '[class.soon]': 'seconds() <= 30' },
})
export class HoldClock {
  readonly hold = input.required<Hold>();
  /** Keeps the seats longer. */
  readonly extend = input.required<Write>();

  private readonly now = linkedSignal({ source: () => this.hold(), computation: () => serverClock.now() });

  protected readonly icon = mdiTimerSand;
  protected readonly seconds = computed(() => Math.max(0, Math.ceil((this.hold().endsAt - this.now()) / 1000)));
  protected readonly left = computed(() => {
    const seconds = this.seconds();
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  });
  protected readonly canExtend = computed(() => this.hold().endsAtLatest - this.hold().endsAt >= WORTH_MS);
  protected readonly announced = computed(() => {
    const seconds = this.seconds();
    return ANNOUNCED.find(({ within }) => seconds <= within)?.words ?? '';
  });

  constructor() {
    const ticking = setInterval(() => this.now.set(serverClock.now()), TICK_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(ticking));
  }
}
