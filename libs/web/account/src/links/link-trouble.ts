import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Problem } from '@modex/web-api-client';
import { Notice } from '@modex/web-ui';

/** The codes of a link that opens nothing: another one is needed. */
const OF_LINKS: readonly string[] = ['unknown-link', 'link-used', 'link-ended'];

/** Whether another link is needed: this one is none, was used, or has ended. */
export function isLinkProblem(problem: Problem | undefined): boolean {
  return problem !== undefined && OF_LINKS.includes(problem.code);
}

/** Why a link did not work, and where to get another one. */
@Component({
  selector: 'mx-link-trouble',
  imports: [Notice, RouterLink],
  template: `
    @if (problem(); as failed) {
      <mx-notice tone="error" [headline]="failed.headline">
        {{ failed.nextStep }}
        @if (needsAnother()) {
          <a i18n noticeAction [routerLink]="again()">Get another link</a>
        }
      </mx-notice>
    } @else {
      <mx-notice tone="info" headline="Open the link from the mail" i18n-headline>
        <ng-container i18n
          >This page is for the link that we sent you. For safety it is gone from the address.</ng-container
        >
        <a i18n noticeAction [routerLink]="again()">Get another link</a>
      </mx-notice>
    }
  `,
})
export class LinkTrouble {
  /** Undefined: the page was opened without a link. */
  readonly problem = input<Problem | undefined>();
  /** The page where another link is asked for. */
  readonly again = input.required<string>();

  protected readonly needsAnother = computed(() => isLinkProblem(this.problem()));
}
