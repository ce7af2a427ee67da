import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { Problem, readProblem } from '@modex/web-api-client';
import { Heading, Notice, Page, Skeleton, WriteButton } from '@modex/web-ui';
import { AccountEntrance } from '../form/account-entrance';
import { SessionStore } from '../session/session-store';
import { localPath } from './local-path';

/** The sign-in as a page of its own, for people who follow a link; leads back to `returnTo`. */
@Component({
  imports: [AccountEntrance, Heading, MatButtonModule, Notice, Page, RouterLink, Skeleton, WriteButton],
  template: `
    <div mxPage class="door">
      <h1 i18n mxHeading class="mx-visually-hidden">Sign in</h1>
      <section aria-labelledby="account-entrance-heading">
        @if (!session.ready()) {
          <p i18n class="mx-visually-hidden" role="status">Looking who you are</p>
          <mx-skeleton height="3rem" width="70%" />
          <mx-skeleton height="16rem" />
        } @else if (settled(); as user) {
          <h2 i18n id="account-entrance-heading">You are signed in</h2>
          <p i18n>
            As
            <strong
              ><bdi>{{ user.name }}</bdi></strong
            >, <bdi>{{ user.email }}</bdi>.
          </p>
          <a i18n matButton="filled" [routerLink]="back()">Go on</a>
          <button i18n matButton="outlined" type="button" [mxWrite]="() => signOut()">Sign out</button>
          @if (problem(); as failed) {
            <mx-notice tone="error" [headline]="failed.headline">{{ failed.nextStep }}</mx-notice>
          }
        } @else {
          <mx-account-entrance (entered)="goBack()" />
          <p i18n>Booked as a guest? <a routerLink="/bookings/find">Find the booking by its code</a></p>
        }
      </section>
    </div>
  `,
  styleUrl: './sign-in-page.scss',
})
export class SignInPage {
  private readonly router = inject(Router);

  /** Where to go afterwards: a path of this site. */
  readonly returnTo = input<string | undefined>();

  protected readonly session = inject(SessionStore);
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly back = computed(() => this.router.parseUrl(localPath(this.returnTo())));
  /** A user who needs nothing here; a guest may still create an account. */
  protected readonly settled = computed(() => {
    const user = this.session.user();
    return user?.kind === 'REGISTERED' ? user : undefined;
  });

  constructor() {
    void this.session.look();
  }

  protected async signOut(): Promise<void> {
    this.problem.set(undefined);
    try {
      await this.session.signOut();
    } catch (error) {
      this.problem.set(readProblem(error));
    }
  }

  protected async goBack(): Promise<void> {
    await this.router.navigateByUrl(this.back());
  }
}
