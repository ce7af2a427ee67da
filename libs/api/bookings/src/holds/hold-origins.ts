import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Caller } from '@modex/api-accounts';
import { networkOf, Settings } from '@modex/api-core';

/** Tells anonymous holds of one network apart from those of others, without storing an address. */
@Injectable()
export class HoldOrigins {
  constructor(private readonly settings: Settings) {}

  /** @returns undefined for a caller with a name, and where rate limits are off */
  of({ isAnonymous = false }: Caller, address: string): string | undefined {
    if (!isAnonymous || !this.settings.rateLimits) return undefined;
    const hash = createHmac('sha256', this.settings.sessionSecret).update(`hold from ${networkOf(address)}`);
    return hash.digest('base64url').slice(0, 22);
  }
}
