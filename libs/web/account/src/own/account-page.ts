import { Component, computed, inject, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Heading, Page, Skeleton } from '@modex/web-ui';
import { SignInPanel } from '../form/sign-in-panel';
import { SessionStore } from '../session/session-store';
import { EmailSection } from './email-section';
import { PasswordForm } from './password-form';
import { SessionList } from './session-list';

/** One's own account: where one is signed in, the e-mail and the password. */
@Component({
  imports: [EmailSection, Heading, Page, PasswordForm, RouterLink, SessionList, SignInPanel, Skeleton],
  template: `
    <div mxPage>
      <h1 i18n mxHeading>My account</h1>
      @if (session.user(); as user) {
        <p i18n>
          Signed in as
          <strong
            ><bdi>{{ user.name }}</bdi></strong
          >, <bdi>{{ user.email }}</bdi>.
        </p>
        <mx-session-list />
        @if (isGuest()) {
          <p i18n>
            You are a guest, without a password. Each of your bookings opens anywhere with its code and your e-mail:
            <a routerLink="/bookings/find">find a booking</a>.
          </p>
        } @else {
          <mx-email-section />
          <mx-password-form (changed)="list()?.refresh()" />
        }
      } @else if (session.ready()) {
        <mx-sign-in-panel reason="account" />
      } @else {
        <p i18n class="mx-visually-hidden" role="status">Looking who you are</p>
        <mx-skeleton height="12rem" />
      }
    </div>
  `,
  styles: `
    p {
      overflow-wrap: anywhere;
    }
  `,
})
export class AccountPage {
  protected readonly session = inject(SessionStore);
  protected readonly isGuest = computed(() => this.session.user()?.kind === 'GUEST');
  protected readonly list = viewChild(SessionList);

  constructor() {
    void this.session.look();
  }
}
