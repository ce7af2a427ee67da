import { base32nopad } from '@scure/base';
import { TicketRef } from './ticket';

/** What a ticket's code says, with what its signature is of. */
export interface TicketCode {
  readonly ticket: TicketRef;
  /** Which key signed it. */
  readonly keyId: number;
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

/** Every code begins so: with it, readers know that it is a ticket of this system, and which form it has. */
const PREFIX = 'MODEX1:';
/** Bytes of an id, of what is signed (key, booking, seat, issue), and of an Ed25519 signature. */
const ID = 12;
const SIGNED = 1 + 2 * ID + 2;
const SIGNATURE = 64;
/** The highest numbers of a key and of an issue that a code can say. */
export const MOST_KEYS = 255;
export const MOST_ISSUES = 65_535;

/** The bytes to sign. @param keyId 1 to `MOST_KEYS` */
export function ticketBytes({ bookingId, seatId, issue }: TicketRef, keyId: number): Uint8Array {
  return Uint8Array.from([keyId, ...bytesOf(bookingId), ...bytesOf(seatId), issue >> 8, issue & 0xff]);
}

/**
 * The code as the ticket shows it, in characters of the alphanumeric mode of QR codes (ISO/IEC 18004): so 153 of them
 * need no more than 41 × 41 modules.
 */
export function writeTicketCode(signed: Uint8Array, signature: Uint8Array): string {
  return PREFIX + base32nopad.encode(Uint8Array.from([...signed, ...signature]));
}

/** @returns undefined for what is no code of a ticket; whether the signature is right is not looked at */
export function readTicketCode(text: string): TicketCode | undefined {
  const code = text.trim().toUpperCase();
  if (!code.startsWith(PREFIX)) return undefined;
  const bytes = decoded(code.slice(PREFIX.length));
  if (bytes?.length !== SIGNED + SIGNATURE) return undefined;
  const [signed, signature] = [bytes.slice(0, SIGNED), bytes.slice(SIGNED)];
  const [keyId = 0, high = 0, low = 0] = [signed[0], signed[SIGNED - 2], signed[SIGNED - 1]];
  const bookingId = hexOf(signed.slice(1, 1 + ID));
  const seatId = hexOf(signed.slice(1 + ID, 1 + 2 * ID));
  return { ticket: { bookingId, seatId, issue: high * 256 + low }, keyId, signed, signature };
}

function decoded(text: string): Uint8Array | undefined {
  try {
    return base32nopad.decode(text);
  } catch {
    return undefined;
  }
}

function bytesOf(id: string): readonly number[] {
  return Array.from({ length: ID }, (_, at) => parseInt(id.slice(2 * at, 2 * at + 2), 16));
}

function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
