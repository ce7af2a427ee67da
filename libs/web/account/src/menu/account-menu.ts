import { Component, inject, signal } from '@angular/core';
import { Problem } from '@modex/web-api-client';
import { frameAccountCircle, Icon, Notice } from '@modex/web-ui';
import { SignIn } from '../dialog/sign-in';
import { SessionStore } from '../session/session-store';
import { AccountLinks } from './account-links';

/** The account menu: a button that opens the links of the user who is signed in, or the way to sign in. */
@Component({
  selector: 'mx-account-menu',
  imports: [AccountLinks, Icon, Notice],
  templateUrl: './account-menu.html',
  styleUrl: './account-menu.scss',
})
export class AccountMenu {
  protected readonly session = inject(SessionStore);
  protected readonly signIn = inject(SignIn);
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly icon = frameAccountCircle;

  protected accountOf(name: string): string {
    return $localize`Account of ${name}:name:`;
  }
}
