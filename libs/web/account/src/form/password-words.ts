import { LIMITS, PasswordFault } from '@modex/domain';

/** The words about a password that is refused before it is sent. */
export const PASSWORD_WORDS: Readonly<Record<PasswordFault, string>> = {
  short: $localize`Use at least ${LIMITS.passwordMin}:least: characters.`,
  long: $localize`Use at most ${LIMITS.passwordMax}:most: characters.`,
  blank: $localize`Use more than blanks.`,
  monotonous: $localize`Use more than a few characters again and again, or in their order.`,
  personal: $localize`Use something else than your name or your e-mail.`,
};
