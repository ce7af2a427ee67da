import { Component, inject, linkedSignal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Router } from '@angular/router';
import { Api, Problem, readProblem, signInByLink } from '@modex/web-api-client';
import { Heading, Page, WriteButton, WriteGate } from '@modex/web-ui';
import { SessionStore } from '../session/session-store';
import { LinkToken } from './link-token';
import { isLinkProblem, LinkTrouble } from './link-trouble';

/**
 * Signs in by a link from a mail. Somebody has to press a button: programs that look through mails open links too, and each
 * link works once.
 */
@Component({
  imports: [Heading, LinkTrouble, MatButtonModule, Page, WriteButton],
  providers: [LinkToken, WriteGate],
  template: `
    <div mxPage class="door">
      <section aria-labelledby="enter-heading">
        <h1 i18n mxHeading id="enter-heading">Sign in without a password</h1>
        @if (token() === '' || problem()) {
          <mx-link-trouble [problem]="problem()" [again]="'/account/link'" />
        }
        @if (token() !== '' && !isVoid(problem())) {
          <p i18n>You opened the link from our mail.</p>
          <button i18n matButton="filled" type="button" [mxWrite]="enter">Sign in now</button>
        }
      </section>
    </div>
  `,
  styleUrl: './link-page.scss',
})
export class EnterPage {
  private readonly api = inject(Api);
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);

  protected readonly token = inject(LinkToken).value;
  protected readonly problem = linkedSignal<string, Problem | undefined>({
    source: this.token,
    computation: () => undefined,
  });
  protected readonly isVoid = isLinkProblem;

  protected readonly enter = async (): Promise<void> => {
    this.problem.set(undefined);
    try {
      const body = { token: this.token() };
      await this.session.signInBy(() => this.api.invoke(signInByLink, { body }));
    } catch (error) {
      this.problem.set(readProblem(error));
      return;
    }
    await this.router.navigateByUrl('/bookings');
  };
}
