import { LIMITS } from './limits';

/** An e-mail address that was read. */
export interface Email {
  /** As it was typed: trimmed, composed, in lower case. This is shown and written to. */
  readonly text: string;
  /** The same for every spelling of one address: its domain in ASCII. This is compared. */
  readonly key: string;
}

/** `URL`: the only function in both browsers and Node that reads host names in every script. */
declare const URL: { new (address: string): { readonly hostname: string }; canParse(address: string): boolean };

const AROUND = /^[\s\p{Z}\p{Cf}]+|[\s\p{Z}\p{Cf}]+$/gu;
/** Characters of a mailbox (RFC 5321 and 6531), joiners of Arabic and Indic scripts among them. */
const ATOM = "(?:[a-z0-9!#$%&'*+/=?^_`{|}~-]|(?![ -~])[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}\\u200c\\u200d])+";
const LOCAL = new RegExp(`^${ATOM}(?:\\.${ATOM})*$`, 'u');
/** No IP address, port, path or escape may hide in it; the platform checks the rest of a host name. */
const DOMAIN = /^(?:[a-z0-9.-]|(?![ -~])[\p{L}\p{M}\p{N}\p{P}\p{S}\u200c\u200d])+$/u;
const ASCII_DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,58}[a-z0-9])$/;
const LONGEST_LOCAL = 64;

/**
 * The one way to read an e-mail address, for the API, the site and the environment.
 * @returns undefined for what is none
 */
export function readEmail(typed: string): Email | undefined {
  const text = typed.replace(AROUND, '').normalize('NFC').toLowerCase().normalize('NFC');
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, Math.max(at, 0)), text.slice(at + 1)];
  if (!LOCAL.test(local) || bytesOf(local) > LONGEST_LOCAL) return undefined;
  const key = `${local}@${asciiDomain(domain) ?? ''}`;
  return key.endsWith('@') || bytesOf(key) > LIMITS.email ? undefined : { text, key };
}

/**
 * The keys under which an account may be stored, the likelier one first. Earlier versions kept an address as it was typed;
 * if two such accounts are one address by today's rule, one of them keeps its own spelling as its key.
 */
export function emailKeys(typed: string): readonly string[] {
  const spelled = typed.trim().toLowerCase();
  return [...new Set([spelled, readEmail(typed)?.key ?? spelled])];
}

/** The one key by which what belongs to an address is counted or kept, however it is spelled. */
export function emailKey(typed: string): string {
  return emailKeys(typed).at(-1) ?? typed;
}

/** Whether two spellings are one address. */
export function isSameEmail(one: string, other: string): boolean {
  const keys = emailKeys(other);
  return emailKeys(one).some((key) => keys.includes(key));
}

function asciiDomain(domain: string): string | undefined {
  const address = `https://${domain}`;
  if (!DOMAIN.test(domain) || !URL.canParse(address)) return undefined;
  const { hostname } = new URL(address);
  return hostname.length <= 253 && ASCII_DOMAIN.test(hostname) ? hostname : undefined;
}

/** Length in UTF-8; the text has no half characters. */
function bytesOf(text: string): number {
  return encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, '.').length;
}
