import type { Settings } from '@modex/api-core';

/**
 * The Message-ID of a mail (RFC 5322), the same for every try of it: `<66f0…77.1@tickets.example.org>`.
 * @param name what names the mail among all of this deployment
 */
export function messageIdOf(name: string, { publicUrl, mail }: Pick<Settings, 'publicUrl' | 'mail'>): string {
  const host = publicUrl === undefined ? mail?.from.address.split('@').at(-1) : new URL(publicUrl).hostname;
  return `<${name}@${new URL(`https://${host ?? 'modex.invalid'}`).hostname}>`;
}
