/** The ways in: without a password, with an account, with a new account. */
export const ACCOUNT_MODES = ['guest', 'sign-in', 'register'] as const;
export type AccountMode = (typeof ACCOUNT_MODES)[number];

/** What each way is called, what it says of itself, and its button. */
export const MODE_WORDS: Readonly<
  Record<AccountMode, { readonly tab: string; readonly hint: string; readonly action: string; readonly busy: string }>
> = {
  guest: {
    tab: 'As a guest',
    hint: 'No password. You can turn this into an account later and keep your bookings.',
    action: 'Continue as guest',
    busy: 'One moment…',
  },
  'sign-in': { tab: 'Sign in', hint: '', action: 'Sign in', busy: 'Signing in…' },
  register: {
    tab: 'New account',
    hint: 'With an account you find your bookings on every device.',
    action: 'Create account',
    busy: 'Creating your account…',
  },
};

/** What the button of a way in does when `seats` are booked as soon as somebody is there; 0: nothing more. */
export function actionOf(mode: AccountMode, seats: number): string {
  if (seats === 0) return MODE_WORDS[mode].action;
  const booking = seats === 1 ? 'book 1 seat' : `book ${seats} seats`;
  return mode === 'guest' ? `B${booking.slice(1)} as guest` : `${MODE_WORDS[mode].action} and ${booking}`;
}

/** Limits of the API that a form can tell before asking it. */
export const ACCOUNT_LIMITS = { name: 100, email: 254, passwordMin: 10, passwordMax: 128 } as const;
