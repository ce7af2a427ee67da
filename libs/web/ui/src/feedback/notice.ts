import { Component, computed, input } from '@angular/core';
import { mdiAlertCircleOutline, mdiAlertOutline, mdiCheckCircleOutline, mdiInformationOutline } from '@mdi/js';
import { Icon } from '../frame/icon';

export const NOTICE_TONES = ['info', 'success', 'warning', 'error'] as const;
export type NoticeTone = (typeof NOTICE_TONES)[number];

const ICONS: Readonly<Record<NoticeTone, string>> = {
  info: mdiInformationOutline,
  success: mdiCheckCircleOutline,
  warning: mdiAlertOutline,
  error: mdiAlertCircleOutline,
};

/** A message in the page: a headline, more words inside, the next step in `[noticeAction]`. Errors speak up at once. */
@Component({
  selector: 'mx-notice',
  imports: [Icon],
  template: `
    <mx-icon [path]="icon()" />
    <div class="words" [attr.role]="tone() === 'error' || tone() === 'warning' ? 'alert' : 'status'">
      <p class="headline">{{ headline() }}</p>
      <div class="more"><ng-content /></div>
    </div>
    <div class="action"><ng-content select="[noticeAction]" /></div>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--mx-gap-3) var(--mx-gap-4);
      padding: var(--mx-gap-4) var(--mx-gap-5);
      border-radius: var(--mx-radius);
      background: var(--mat-sys-surface-container);
      color: var(--mat-sys-on-surface);
    }

    :host([data-tone='success']) {
      background: var(--mat-sys-tertiary-container);
      color: var(--mat-sys-on-tertiary-container);
    }

    :host([data-tone='warning']) {
      background: var(--mat-sys-secondary-container);
      color: var(--mat-sys-on-secondary-container);
    }

    :host([data-tone='error']) {
      background: var(--mat-sys-error-container);
      color: var(--mat-sys-on-error-container);
    }

    .words {
      flex: 1 1 14rem;
    }

    .headline {
      font: var(--mx-text-subheading);
    }

    .more {
      font: var(--mx-text-small);
    }

    .action:empty {
      display: none;
    }
  `,
  host: { '[attr.data-tone]': 'tone()' },
})
export class Notice {
  readonly headline = input.required<string>();
  readonly tone = input<NoticeTone>('info');

  protected readonly icon = computed(() => ICONS[this.tone()]);
}
