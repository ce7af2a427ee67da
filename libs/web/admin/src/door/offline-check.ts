import { readTicketCode, TicketCode } from '@modex/domain';
import { TicketKeyResponse } from '@modex/web-api-client';
import { DoorTicket, ticketKey } from './door-deeds';

/** Whether a signature (Ed25519, RFC 8032) is right; undefined where this browser cannot tell. */
export type Verify = (key: Uint8Array, signature: Uint8Array, signed: Uint8Array) => Promise<boolean | undefined>;

/** A code that was read or typed, or a ticket chosen from the list. */
export type Shown = { readonly code: string } | { readonly bookingId: string; readonly seatId: string };

/**
 * Why a door without a network lets nobody in. `not-listed`: it was signed here, and the list that the door has does not
 * know it; `unchecked`: this browser cannot check signatures.
 */
export type OfflineRefusal = 'unknown-ticket' | 'ticket-void' | 'ticket-used' | 'not-listed' | 'unchecked';

/** What a door without a network makes of a ticket. */
export type Checked =
  | { readonly refusal: undefined; readonly ticket: DoorTicket }
  | { readonly refusal: OfflineRefusal; readonly ticket?: DoorTicket };

/** Checks tickets with the keys and the list that a door fetched before it lost the network. */
export class OfflineCheck {
  constructor(
    private readonly keys: readonly TicketKeyResponse[],
    private readonly tickets: readonly DoorTicket[],
    private readonly verify: Verify,
  ) {}

  async check(shown: Shown): Promise<Checked> {
    if (!('code' in shown)) return this.judge(shown, undefined);
    const read = readTicketCode(shown.code);
    if (read === undefined) return { refusal: 'unknown-ticket' };
    const signed = await this.isSigned(read);
    if (signed === undefined) return { refusal: 'unchecked' };
    return signed ? this.judge(read.ticket, read.ticket.issue) : { refusal: 'unknown-ticket' };
  }

  private async isSigned({ keyId, signature, signed }: TicketCode): Promise<boolean | undefined> {
    const key = this.keys.find(({ id }) => id === keyId);
    return key === undefined ? false : this.verify(bytesOf(key.publicKey), signature, signed);
  }

  /** `issue`: of the code; a higher one than that of the list was issued after the list was fetched, and is the valid one. */
  private judge(of: { readonly bookingId: string; readonly seatId: string }, issue: number | undefined): Checked {
    const wanted = ticketKey(of);
    const ticket = this.tickets.find(({ bookingId, seat }) => ticketKey({ bookingId, seatId: seat.id }) === wanted);
    if (ticket === undefined) return { refusal: 'not-listed' };
    if (issue !== undefined && issue < ticket.issue) return { refusal: 'ticket-void', ticket };
    return ticket.entry === null ? { refusal: undefined, ticket } : { refusal: 'ticket-used', ticket };
  }
}

/** @param text base64url (RFC 4648) */
function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}
