import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SessionStore } from '../session/session-store';
import { User } from '../session/user';
import { REASON_WORDS, SignInReason } from './sign-in-reason';
import { AccountForm } from './account-form';
import { ACCOUNT_MODES, AccountMode, MODE_WORDS } from './account-mode';

/** What a guest should know before signing in with an account that exists already. */
const LEAVING_GUEST = $localize`You then see the bookings of that account. What you booked as a guest does not move along: only a new account keeps it.`;

let entrances = 0;

/**
 * The door: why somebody is needed (`reason`), the ways in, and the form of the chosen one. It opens with the guest's
 * form where seats are to be booked, else with the sign-in. A guest who is signed in sees the ways to an account; an
 * admin only the sign-in. Emits `entered` with who came in.
 */
@Component({
  selector: 'mx-account-entrance',
  imports: [AccountForm, RouterLink],
  templateUrl: './account-entrance.html',
  styleUrl: './account-entrance.scss',
})
export class AccountEntrance {
  private readonly session = inject(SessionStore);

  readonly reason = input<SignInReason>('account');
  /** How many seats are booked as soon as somebody came in. */
  readonly seats = input(0);
  /** The id of the heading, to label a region or dialog by it. */
  readonly headingId = input('account-entrance-heading');
  readonly entered = output<User>();
  /** Somebody goes to another page for a way in. */
  readonly left = output<void>();

  protected readonly words = MODE_WORDS;
  protected readonly group = `mx-account-mode-${++entrances}`;
  /** The guest who was signed in when the door opened: creating an account stays possible until the form is done. */
  private readonly guest = this.session.user()?.kind === 'GUEST';
  protected readonly modes = computed<readonly AccountMode[]>(() => {
    if (this.reason() === 'admin') return ['sign-in'];
    return this.guest ? ['register', 'sign-in'] : ACCOUNT_MODES;
  });
  protected readonly mode = linkedSignal<AccountMode>(() => {
    const [first = 'guest'] = this.modes();
    const booking = this.reason() === 'book' || this.seats() > 0;
    return first === 'guest' && !booking ? 'sign-in' : first;
  });
  protected readonly said = computed(() =>
    this.guest && this.reason() !== 'admin'
      ? {
          headline: $localize`Make it an account`,
          words: $localize`Add a password. Every booking you made as a guest stays yours.`,
        }
      : REASON_WORDS[this.reason()],
  );
  protected readonly hint = computed(() => {
    if (this.guest) return this.mode() === 'sign-in' ? LEAVING_GUEST : '';
    return this.modes().length > 1 ? this.words[this.mode()].hint : '';
  });
}
