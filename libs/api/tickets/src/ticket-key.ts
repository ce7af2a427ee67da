/** A pair of keys that signs tickets (Ed25519). */
export interface TicketKey {
  /** 1, 2, 3 …: every code names its key, so tickets of earlier keys stay valid. */
  readonly id: number;
  /** PKCS #8, DER. */
  readonly privateKey: Buffer;
  /** The 32 bytes of RFC 8032. */
  readonly publicKey: Buffer;
  readonly createdAt: Date;
}

/** The keys of the tickets. None is ever changed or removed. */
export abstract class TicketKeyRepository {
  /** All of them, the first one first. */
  abstract findAll(): Promise<readonly TicketKey[]>;
  /** @returns false when there is a key of this number already, and nothing was stored */
  abstract add(key: Omit<TicketKey, 'createdAt'>): Promise<boolean>;
}
