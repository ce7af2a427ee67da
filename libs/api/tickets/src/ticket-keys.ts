import { createPrivateKey, createPublicKey, generateKeyPairSync, KeyObject, sign, verify } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { MOST_KEYS, readTicketCode, ticketBytes, TicketRef, writeTicketCode } from '@modex/domain';
import { TicketKey, TicketKeyRepository } from './ticket-key';

/** How long a process may sign with the key that was the newest when it looked last, in milliseconds. */
const FRESH_MS = 60_000;
/** Before the 32 bytes of a public key in DER (RFC 8410). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** A public key, as doors get it to check codes without a network. */
export type PublicTicketKey = Pick<TicketKey, 'id' | 'publicKey' | 'createdAt'>;

/** Signs and checks the codes of tickets (Ed25519, RFC 8032). */
@Injectable()
export class TicketKeys {
  private known: readonly TicketKey[] = [];
  private readAt = -Infinity;

  constructor(private readonly keys: TicketKeyRepository) {}

  /** The code of a ticket, signed with the newest key; the first ticket of all makes one. */
  async codeOf(ticket: TicketRef): Promise<string> {
    const [code] = await this.codesOf([ticket]);
    return code as string;
  }

  async codesOf(tickets: readonly TicketRef[]): Promise<readonly string[]> {
    const key = await this.newest();
    const secret = createPrivateKey({ key: key.privateKey, format: 'der', type: 'pkcs8' });
    return tickets.map((ticket) => {
      const bytes = ticketBytes(ticket, key.id);
      return writeTicketCode(bytes, sign(null, bytes, secret));
    });
  }

  /** Which ticket a code is of. @returns undefined for what was not signed here */
  async read(text: string): Promise<TicketRef | undefined> {
    const code = readTicketCode(text);
    if (code === undefined) return undefined;
    const key = (await this.all()).find(({ id }) => id === code.keyId) ?? (await this.justMade(code.keyId));
    if (key === undefined || !verify(null, code.signed, publicKeyOf(key), code.signature)) return undefined;
    return code.ticket;
  }

  /** All public keys, the first one first. */
  async publicKeys(): Promise<readonly PublicTicketKey[]> {
    return (await this.all()).map(({ id, publicKey, createdAt }) => ({ id, publicKey, createdAt }));
  }

  /**
   * Makes a new key, with which tickets are signed from now on (in other processes within a minute). Tickets that people
   * have stay valid. If two do it at once, each makes one.
   * @throws Error once there are `MOST_KEYS`
   */
  async rotate(): Promise<readonly PublicTicketKey[]> {
    await this.make((await this.readAll()).at(-1)?.id ?? 0);
    return this.publicKeys();
  }

  private async newest(): Promise<TicketKey> {
    const newest = (await this.all()).at(-1);
    return newest ?? this.make(0, true);
  }

  /** @param isOne whether a key that another process made meanwhile does */
  private async make(after: number, isOne = false): Promise<TicketKey> {
    for (let id = after + 1; id <= MOST_KEYS; id++) {
      const added = await this.keys.add({ id, ...newPair() });
      const made = (await this.readAll()).find((key) => key.id === id);
      if (made !== undefined && (added || isOne)) return made;
    }
    throw new Error(`There are ${MOST_KEYS} keys for tickets; a code cannot name more.`);
  }

  private async all(): Promise<readonly TicketKey[]> {
    return performance.now() - this.readAt < FRESH_MS ? this.known : this.readAll();
  }

  private async readAll(): Promise<readonly TicketKey[]> {
    this.known = await this.keys.findAll();
    this.readAt = performance.now();
    return this.known;
  }

  /** A key that is newer than what this process knows; numbers that cannot be there yet are not looked for. */
  private async justMade(id: number): Promise<TicketKey | undefined> {
    if (id !== (this.known.at(-1)?.id ?? 0) + 1) return undefined;
    return (await this.readAll()).find((key) => key.id === id);
  }
}

function newPair(): Pick<TicketKey, 'privateKey' | 'publicKey'> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { format: 'der', type: 'spki' },
    privateKeyEncoding: { format: 'der', type: 'pkcs8' },
  });
  return { privateKey, publicKey: publicKey.subarray(SPKI_PREFIX.length) };
}

function publicKeyOf({ publicKey }: Pick<TicketKey, 'publicKey'>): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: 'der', type: 'spki' });
}
