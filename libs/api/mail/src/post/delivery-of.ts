import { Delivery } from './postman';

/** What is kept of an answer, in characters. */
const LONGEST = 500;
/** The server does not know us: nothing is wrong with the mail (RFC 4954). */
const SIGN_IN: readonly unknown[] = [530, 534, 535, 538];
/** What the server says of this mail: its envelope, or its content. */
const OF_THE_MAIL: readonly unknown[] = ['EENVELOPE', 'EMESSAGE'];
/** What goes wrong before a mail is handed over. */
const BEFORE: readonly unknown[] = ['EDNS', 'ETLS', 'EAUTH', 'ENOAUTH', 'ECONFIG', 'EPROXY'];
const TIMEOUTS_BEFORE: readonly unknown[] = ['CONNECT_TIMEOUT', 'GREETING_TIMEOUT'];

/** What nodemailer knows of a try: the server's answer, or an error that tells how far it came. */
interface Told {
  readonly message?: string;
  readonly response?: string;
  readonly responseCode?: number;
  readonly code?: string;
  readonly syscall?: string;
  readonly timeoutType?: string;
}

/** What became of a mail. @param told the answer of a server that took it, or what was thrown */
export function deliveryOf(told: unknown): Delivery {
  const known: Told = typeof told === 'object' && told !== null ? told : { message: String(told) };
  const { message = '', response, responseCode } = known;
  const spoken = response ?? message;
  const code = responseCode ?? (response === undefined ? undefined : codeIn(response));
  return { kind: kindOf(known), answer: { ...(code !== undefined && { code }), text: readable(spoken) } };
}

function kindOf(told: Told): Delivery['kind'] {
  const { code, response, responseCode, syscall, timeoutType } = told;
  if (code === undefined && response !== undefined) return 'sent';
  if (OF_THE_MAIL.includes(code) && !SIGN_IN.includes(responseCode)) {
    // Without an answer it is the address that nobody can write to.
    return responseCode === undefined || responseCode >= 500 ? 'refused' : 'later';
  }
  const before = BEFORE.includes(code) || syscall === 'connect' || TIMEOUTS_BEFORE.includes(timeoutType);
  return responseCode !== undefined || before ? 'later' : 'unknown';
}

function codeIn(response: string): number | undefined {
  const digits = /^\d{3}/.exec(response)?.[0];
  return digits === undefined ? undefined : Number(digits);
}

/** A server may say anything: one line, of a length that a page can show. */
function readable(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST);
}
