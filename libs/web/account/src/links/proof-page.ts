import { Component, inject, linkedSignal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Api, Problem, proveEmail, readProblem } from '@modex/web-api-client';
import { Heading, Notice, Page, WriteButton, WriteGate } from '@modex/web-ui';
import { SessionStore } from '../session/session-store';
import { LinkToken } from './link-token';
import { isLinkProblem, LinkTrouble } from './link-trouble';

/** Proves by a link from a mail that an e-mail is one's own. */
@Component({
  imports: [Heading, LinkTrouble, MatButtonModule, Notice, Page, RouterLink, WriteButton],
  providers: [LinkToken, WriteGate],
  template: `
    <div mxPage class="door">
      <section aria-labelledby="proof-heading">
        <h1 i18n mxHeading id="proof-heading">Confirm your e-mail</h1>
        @if (proved(); as email) {
          <mx-notice tone="success" headline="Thank you, your e-mail is confirmed" i18n-headline>
            <ng-container i18n
              >We write to <bdi>{{ email }}</bdi>, and you sign in with it.</ng-container
            >
            <a i18n noticeAction routerLink="/account">My account</a>
          </mx-notice>
        } @else {
          @if (token() === '' || problem()) {
            <mx-link-trouble [problem]="problem()" [again]="'/account'" />
          }
          @if (token() !== '' && !isVoid(problem())) {
            <p i18n>You opened the link from our mail, so this e-mail is yours.</p>
            <button i18n matButton="filled" type="button" [mxWrite]="prove">Confirm the e-mail</button>
          }
        }
      </section>
    </div>
  `,
  styleUrl: './link-page.scss',
})
export class ProofPage {
  private readonly api = inject(Api);
  private readonly session = inject(SessionStore);

  protected readonly token = inject(LinkToken).value;
  protected readonly problem = linkedSignal<string, Problem | undefined>({
    source: this.token,
    computation: () => undefined,
  });
  /** The e-mail that is proved now. */
  protected readonly proved = linkedSignal({ source: this.token, computation: () => '' });
  protected readonly isVoid = isLinkProblem;

  protected readonly prove = async (): Promise<void> => {
    this.problem.set(undefined);
    try {
      const { user } = await this.api.invoke(proveEmail, { body: { token: this.token() } });
      this.session.learn(user);
      this.proved.set(user.email);
    } catch (error) {
      this.problem.set(readProblem(error));
    }
  };
}
