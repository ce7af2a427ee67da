import { counted } from '@modex/web-ui';

/** The ways in: without a password, with an account, with a new account. */
export const ACCOUNT_MODES = ['guest', 'sign-in', 'register'] as const;
export type AccountMode = (typeof ACCOUNT_MODES)[number];

/** The name, the explanation and the button of each way in. */
export const MODE_WORDS: Readonly<
  Record<AccountMode, { readonly tab: string; readonly hint: string; readonly action: string; readonly busy: string }>
> = {
  guest: {
    tab: $localize`As a guest`,
    hint: $localize`No password. You can turn this into an account later and keep your bookings.`,
    action: $localize`Continue as guest`,
    busy: $localize`One moment…`,
  },
  'sign-in': { tab: $localize`Sign in`, hint: '', action: $localize`Sign in`, busy: $localize`Signing in…` },
  register: {
    tab: $localize`New account`,
    hint: $localize`With an account you find your bookings on every device.`,
    action: $localize`Create account`,
    busy: $localize`Creating your account…`,
  },
};

/** The words of a way's button when it also books `seats` seats; 0: it only signs in. */
export function actionOf(mode: AccountMode, seats: number): string {
  return seats === 0 ? MODE_WORDS[mode].action : counted(seats, bookingActions(seats)[mode]);
}

function bookingActions(seats: number): Readonly<Record<AccountMode, string>> {
  return {
    guest: $localize`{n, plural, =1 {Book 1 seat as guest} other {Book ${seats}:seats: seats as guest}}`,
    'sign-in': $localize`{n, plural, =1 {Sign in and book 1 seat} other {Sign in and book ${seats}:seats: seats}}`,
    register: $localize`{n, plural, =1 {Create account and book 1 seat} other {Create account and book ${seats}:seats: seats}}`,
  };
}
