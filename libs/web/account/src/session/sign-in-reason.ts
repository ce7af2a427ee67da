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
    headline: 'Who are the seats for?',
    words: 'A name and an e-mail are enough. Your choice stays as it is.',
  },
  bookings: { headline: 'See your bookings', words: 'Sign in with the account that you booked with.' },
  admin: { headline: 'Into the office', words: 'Shows are put on here. Sign in as an admin.' },
  account: { headline: 'Welcome to Modex', words: 'Book with a name and an e-mail, or with an account of your own.' },
  ended: { headline: 'Your session has ended', words: 'Nothing is lost. Sign in again to go on where you were.' },
};
