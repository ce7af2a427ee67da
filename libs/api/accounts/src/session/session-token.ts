import { randomBytes } from 'node:crypto';

/** Begins every token, so that one that was left in a file or a log is found there. */
const MARK = 'mx_';

/** 256 random bits. */
export function newToken(): string {
  return MARK + randomBytes(32).toString('base64url');
}

/** Whether the token was made before tokens had their mark. */
export function isOldToken(token: string): boolean {
  return !token.startsWith(MARK);
}
