import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Caller } from '@modex/api-accounts';
import { Settings } from '@modex/api-core';
import { Booking } from '@modex/domain';

/** How long a proof opens its booking, in milliseconds. */
export const PROOF_LIFETIME_MS = 3_600_000;

/**
 * The result of a look-up: a signed proof that its sender knows the code and the e-mail of one booking. It names the
 * customer and the time until which it is valid, and is checked without the database. It is no session, and it opens no
 * other booking.
 */
@Injectable()
export class BookingProof {
  constructor(private readonly settings: Settings) {}

  /** Opens this booking until an hour from now. */
  give({ id, userId }: Pick<Booking, 'id' | 'userId'>): string {
    const claim = `${userId}.${Date.now() + PROOF_LIFETIME_MS}`;
    return `${claim}.${this.sign(id, claim)}`;
  }

  /** The booking's customer, when the proof is for this booking and not over. */
  holderOf(bookingId: string, proof: string): Caller | undefined {
    const match = /^(([0-9a-f]{24})\.(\d{13}))\.([\w-]{43})$/.exec(proof);
    const [, claim = '', userId = '', end, signature = ''] = match ?? [];
    if (match === null || Number(end) <= Date.now()) return undefined;
    const expected = Buffer.from(this.sign(bookingId, claim));
    return timingSafeEqual(expected, Buffer.from(signature)) ? { userId, role: 'GUEST' } : undefined;
  }

  /** Contains colons, so that it can never equal a digest of a session token, which has none. */
  private sign(bookingId: string, claim: string): string {
    const text = `booking-access:${bookingId}:${claim}`;
    return createHmac('sha256', this.settings.sessionSecret).update(text).digest('base64url');
  }
}
