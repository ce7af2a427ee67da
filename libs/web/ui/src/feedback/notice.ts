import { booleanAttribute, Component, computed, input, output } from '@angular/core';
import {
  frameAlertCircleOutline,
  frameAlertOutline,
  frameCheckCircleOutline,
  frameClose,
  frameInformationOutline,
} from '../frame/frame-icons';
import { Icon } from '../frame/icon';

export const NOTICE_TONES = ['info', 'success', 'warning', 'error'] as const;
export type NoticeTone = (typeof NOTICE_TONES)[number];

const ICONS: Readonly<Record<NoticeTone, string>> = {
  info: frameInformationOutline,
  success: frameCheckCircleOutline,
  warning: frameAlertOutline,
  error: frameAlertCircleOutline,
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
    @if (dismissible()) {
      <button type="button" aria-label="Dismiss" i18n-aria-label (click)="dismissed.emit()">
        <mx-icon [path]="close" />
      </button>
    }
  `,
  styles: `
    :host {
      position: relative;
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: var(--mx-gap-2) var(--mx-gap-3);
      padding: var(--mx-gap-4);
      border-radius: var(--mx-radius-small);
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

    .headline {
      font: var(--mx-text-subheading);
    }

    :host(.dismissible) .headline {
      padding-right: 2.25rem;
    }

    .action {
      grid-column: 2;
    }

    button {
      position: absolute;
      top: 4px;
      right: 4px;
      display: grid;
      place-items: center;
      width: 44px;
      height: 44px;
      border: 0;
      border-radius: 50%;
      background: none;
      color: inherit;
      font-size: 0.875rem;
      cursor: pointer;
    }

    .more {
      font: var(--mx-text-small);
    }

    .action:empty {
      display: none;
    }
  `,
  host: { '[attr.data-tone]': 'tone()', '[class.dismissible]': 'dismissible()' },
})
export class Notice {
  readonly headline = input.required<string>();
  readonly tone = input<NoticeTone>('info');

  /** Whether it can be closed; emits `dismissed` when somebody closes it. */
  readonly dismissible = input(false, { transform: booleanAttribute });
  readonly dismissed = output<void>();

  protected readonly close = frameClose;
  protected readonly icon = computed(() => ICONS[this.tone()]);
}
