import { randomBytes } from 'node:crypto';

/** Every token begins with this, so that a leaked token can be found in files and logs. */
const MARK = 'mx_';

/** 256 random bits. */
export function newToken(): string {
  return MARK + randomBytes(32).toString('base64url');
}

/** Whether the token was made before tokens had their mark. */
export function isOldToken(token: string): boolean {
  return !token.startsWith(MARK);
}
