import { Component, input } from '@angular/core';
import { Icon } from '../frame/icon';

export const CHIP_TONES = ['good', 'waiting', 'quiet', 'bad'] as const;
export type ChipTone = (typeof CHIP_TONES)[number];

/** A state in a word, with an icon: the colour only repeats what both say. */
@Component({
  selector: 'mx-status-chip',
  imports: [Icon],
  template: `<mx-icon [path]="icon()" />{{ word() }}`,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.35rem;
      padding: 0.3rem 0.75rem 0.3rem 0.55rem;
      border-radius: 999px;
      background: var(--mat-sys-surface-container-highest);
      color: var(--mat-sys-on-surface);
      font: var(--mx-text-label);
      max-width: 100%;
    }

    mx-icon {
      font-size: 0.75rem;
    }

    :host([data-tone='good']) {
      background: var(--mat-sys-tertiary-container);
      color: var(--mat-sys-on-tertiary-container);
    }

    :host([data-tone='waiting']) {
      background: var(--mat-sys-secondary-container);
      color: var(--mat-sys-on-secondary-container);
    }

    :host([data-tone='bad']) {
      background: var(--mat-sys-error-container);
      color: var(--mat-sys-on-error-container);
    }
  `,
  host: { '[attr.data-tone]': 'tone()' },
})
export class StatusChip {
  readonly word = input.required<string>();
  readonly icon = input.required<string>();
  readonly tone = input<ChipTone>('quiet');
}
