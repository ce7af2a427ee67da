/** Why somebody is asked to sign in. */
export const SIGN_IN_REASONS = ['book', 'bookings', 'admin', 'account', 'ended'] as const;
export type SignInReason = (typeof SIGN_IN_REASONS)[number];

/** Why, and how many seats are booked as soon as somebody came in. */
export interface SignInRequest {
  readonly reason: SignInReason;
  readonly seats: number;
}

/** The heading and the words of each reason. */
export const REASON_WORDS: Readonly<Record<SignInReason, { readonly headline: string; readonly words: string }>> = {
  book: {
    headline: $localize`Who are the seats for?`,
    words: $localize`A name and an e-mail are enough. Your choice stays as it is.`,
  },
  bookings: {
    headline: $localize`See your bookings`,
    words: $localize`Sign in with the account that you booked with.`,
  },
  admin: { headline: $localize`Admin area`, words: $localize`Sign in as an admin to manage shows and bookings.` },
  account: {
    headline: $localize`Welcome to Modex`,
    words: $localize`Sign in, or create an account. To book seats, a name and an e-mail are enough.`,
  },
  ended: {
    headline: $localize`Your session has ended`,
    words: $localize`Sign in again with the same account to see its bookings; those of a guest open with their code and e-mail.`,
  },
};
