/**
 * What a link that is sent by mail is for: another password, a session without a password, the proof that an e-mail is its
 * owner's, an account of staff.
 */
export const LINK_PURPOSES = ['password-reset', 'sign-in-link', 'email-proof', 'invitation'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

/** What an account is told when it happened. */
export const ACCOUNT_NOTICES = ['password-changed', 'email-changed'] as const;
export type AccountNotice = (typeof ACCOUNT_NOTICES)[number];

/** For how many minutes a link works. */
export const LINK_MINUTES: Readonly<Record<LinkPurpose, number>> = {
  'password-reset': 60,
  'sign-in-link': 15,
  'email-proof': 3 * 24 * 60,
  invitation: 7 * 24 * 60,
};
