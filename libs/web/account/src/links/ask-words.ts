/** What a link is asked for: another password, or a session without one. */
export type AskedLink = 'password-reset' | 'sign-in-link';

/** The words of the page that asks for a link. */
export const ASK_WORDS: Readonly<
  Record<
    AskedLink,
    { readonly headline: string; readonly words: string; readonly action: string; readonly life: string }
  >
> = {
  'password-reset': {
    headline: $localize`Forgot your password?`,
    words: $localize`Tell us the e-mail of your account. We send you a link to set a new password.`,
    action: $localize`Send the link`,
    life: $localize`The link works once, for an hour. Only the newest one does.`,
  },
  'sign-in-link': {
    headline: $localize`Sign in without a password`,
    words: $localize`Tell us the e-mail of your account. We send you a link that signs you in.`,
    action: $localize`Send me a link`,
    life: $localize`The link works once, for 15 minutes. Only the newest one does.`,
  },
};
