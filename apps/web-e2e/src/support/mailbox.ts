import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from '@playwright/test';

/** Where the mail server of the journeys keeps what it took. */
export const MAILBOXES = resolve(__dirname, '../../../../dist/e2e/mails');

interface ReceivedMail {
  readonly subject: string;
  readonly text: string;
}

/** What an address was sent, the oldest first. */
export function mailsTo(address: string): readonly ReceivedMail[] {
  const kept = resolve(MAILBOXES, encodeURIComponent(address));
  if (!existsSync(kept)) return [];
  const lines = readFileSync(kept, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as ReceivedMail);
}

/** Waits for a mail with this subject. @param number the first or a later one */
export async function mailTo(address: string, subject: string, number = 1): Promise<ReceivedMail> {
  const found = () => mailsTo(address).filter((mail) => mail.subject === subject)[number - 1];
  await expect.poll(found, { message: `mail ${number} “${subject}” to ${address}` }).toBeDefined();
  return found() as ReceivedMail;
}

/** The link that stands in a mail to a page of the account. */
export function linkIn({ text }: ReceivedMail): string {
  const [link] = /https?:\/\/\S+\/account\/\S+/.exec(text) ?? [];
  if (link === undefined) throw new Error(`No link in: ${text}`);
  return link;
}
