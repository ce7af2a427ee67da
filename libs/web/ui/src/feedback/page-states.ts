import { booleanAttribute, Component, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { mdiLanDisconnect } from '@mdi/js';
import { Heading } from '../frame/heading-focus';
import { BlankState } from './blank-state';
import { Notice } from './notice';

/** Why something could not be read, and what to do about it. */
export interface Unread {
  readonly headline: string;
  readonly nextStep: string;
}

/**
 * Shown in place of a page's subject: its shapes while it is loading (inside), `[whenNone]` when there is none, otherwise
 * why it could not be read, with a button to try again and other links (`[whenFailed]`). A page that has its heading
 * elsewhere gives none here.
 */
@Component({
  selector: 'mx-page-states',
  imports: [BlankState, Heading, MatButtonModule, Notice],
  template: `
    @if (none()) {
      @if (noneHeading()) {
        <h1 mxHeading class="mx-visually-hidden">{{ noneHeading() }}</h1>
      }
      <ng-content select="[whenNone]" />
    } @else if (problem(); as failed) {
      @if (failedHeading()) {
        <h1 mxHeading class="mx-visually-hidden">{{ failedHeading() }}</h1>
      }
      @if (part()) {
        <mx-notice tone="error" [headline]="headline() || failed.headline">
          {{ failed.nextStep }}
          <button i18n noticeAction matButton="filled" type="button" (click)="retry.emit()">Try again</button>
        </mx-notice>
      } @else {
        <mx-blank-state [icon]="icon" [headline]="headline() || failed.headline" [words]="failed.nextStep">
          <button i18n matButton="filled" type="button" (click)="retry.emit()">Try again</button>
          <ng-content select="[whenFailed]" />
        </mx-blank-state>
      }
    } @else {
      @if (loading()) {
        <p class="mx-visually-hidden" role="status">{{ loading() }}</p>
      }
      <ng-content />
    }
  `,
  styles: `
    /* Whatever stands here is laid out by the page. */
    :host {
      display: contents;
    }
  `,
})
export class PageStates {
  /** What is announced while it is loading; empty where another part announces it. */
  readonly loading = input('');
  readonly problem = input<Unread | undefined>();
  /** There is nothing of that kind: a wrong address, or an empty list. */
  readonly none = input(false);
  /** The headings of the page in these states, for screen readers only. */
  readonly noneHeading = input('');
  readonly failedHeading = input('');
  /** What is said instead of the problem's own headline. */
  readonly headline = input('');
  /** Only a part of the page is missing: it fails as a notice. */
  readonly part = input(false, { transform: booleanAttribute });
  readonly retry = output();

  protected readonly icon = mdiLanDisconnect;
}
