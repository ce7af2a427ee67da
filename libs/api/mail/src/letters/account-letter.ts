import type { AccountLetter } from '@modex/api-accounts';
import { AccountNotice, LINK_MINUTES, LinkPurpose } from '@modex/domain';
import { Letter } from './letter';

/**
 * Stands in a mail where the address of its link is put when it is sent, and for ever in what is kept: staff read the mails, and
 * the link is for its reader alone.
 */
const PLACE_OF_LINK = 'about:blank#only-in-the-mail';

interface Words {
  readonly subject: string;
  readonly heading: string;
  readonly text: string;
}

const LINKS: Readonly<Record<LinkPurpose, Words & { readonly link: string; readonly otherwise: string }>> = {
  'password-reset': {
    subject: 'Set a new password',
    heading: 'Set a new password',
    text: 'Somebody, probably you, asked for a way into your account.',
    link: 'Set a new password',
    otherwise: 'If it was not you, do nothing: without this link nobody can change your password.',
  },
  'sign-in-link': {
    subject: 'Your link to sign in',
    heading: 'Sign in without a password',
    text: 'Somebody, probably you, asked for a link to sign in to your account.',
    link: 'Sign in',
    otherwise: 'If it was not you, do nothing, and pass the link on to nobody: it opens your account.',
  },
  'email-proof': {
    subject: 'Please confirm your e-mail address',
    heading: 'Is this your e-mail address?',
    text: 'An account on our site names this address. Confirm it, so that we know that you can be reached here.',
    link: 'Confirm the address',
    otherwise: 'If you know of no such account, do nothing.',
  },
  invitation: {
    subject: 'You are invited to work with us',
    heading: 'You are invited',
    text: 'Open the link, and set your name and a password: then you can sign in where the shows are run.',
    link: 'Accept the invitation',
    otherwise: 'If you do not know what this is about, do nothing.',
  },
};

const NOTICES: Readonly<Record<AccountNotice, Words>> = {
  'password-changed': {
    subject: 'Your password was changed',
    heading: 'Your password was changed',
    text: 'All other devices are signed out. If it was not you, set a new password at once (“Forgot your password?” beside the sign-in), and tell us.',
  },
  'email-changed': {
    subject: 'The e-mail address of your account was changed',
    heading: 'Your account has another e-mail address now',
    text: 'From now on we write there, and you sign in with it. If it was not you, tell us at once.',
  },
};

/** What somebody with an account is written. */
export function accountLetter({ kind }: Pick<AccountLetter, 'kind'>): Letter {
  if (kind === 'password-changed' || kind === 'email-changed') {
    const { text, ...words } = NOTICES[kind];
    return { ...words, blocks: [{ kind: 'text', text }] };
  }
  const { subject, heading, text, link, otherwise } = LINKS[kind];
  return {
    ...{ subject, heading },
    blocks: [
      { kind: 'text', text },
      { kind: 'link', text: link, url: PLACE_OF_LINK },
      { kind: 'text', text: `The link works once, for ${lifeOf(kind)}, and only the newest one does.` },
      { kind: 'text', text: otherwise },
    ],
  };
}

/** The words of a mail with the address of its link in its place. */
export function withAddress<Words extends { readonly text: string; readonly html: string }>(
  words: Words,
  address: string,
): Words {
  const put = (text: string) => text.replaceAll(PLACE_OF_LINK, () => address);
  return { ...words, text: put(words.text), html: put(words.html) };
}

function lifeOf(purpose: LinkPurpose): string {
  const minutes = LINK_MINUTES[purpose];
  if (minutes < 60) return `${minutes} minutes`;
  const hours = minutes / 60;
  if (hours < 24) return hours === 1 ? 'an hour' : `${hours} hours`;
  return `${hours / 24} days`;
}
