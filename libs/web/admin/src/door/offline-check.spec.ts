import { ticketBytes, TicketRef, writeTicketCode } from '@modex/domain';
import { DoorTicketResponse, TicketKeyResponse } from '@modex/web-api-client';
import { afterDeeds } from './door-deeds';
import { AT_NORTH, BOOKING, doorList, doorTicket, seatId, SHOW } from './door-samples.harness';
import { OfflineCheck } from './offline-check';
import { verifyWith } from './web-verify';

// The page of a test has no WebCrypto of its own.
const { subtle } = process.getBuiltinModule('node:crypto').webcrypto as Crypto;

/** A key that signs tickets, and what doors know of it. */
async function signer(id: number) {
  const { privateKey, publicKey } = (await subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const { x = '' } = await subtle.exportKey('jwk', publicKey);
  const key: TicketKeyResponse = { id, publicKey: x, createdAt: '2026-11-01T10:00:00.000Z' };
  const sign = async (ticket: TicketRef, keyId = id): Promise<string> => {
    const signed = ticketBytes(ticket, keyId);
    return writeTicketCode(signed, new Uint8Array(await subtle.sign('Ed25519', privateKey, new Uint8Array(signed))));
  };
  return { key, sign };
}

const ref = (number: number, issue = 1): TicketRef => ({ bookingId: BOOKING, seatId: seatId(number), issue });

describe('a door without a network', () => {
  let ours: Awaited<ReturnType<typeof signer>>;
  let forger: Awaited<ReturnType<typeof signer>>;
  beforeAll(async () => ([ours, forger] = await Promise.all([signer(1), signer(1)])));

  const door = (...tickets: readonly DoorTicketResponse[]): OfflineCheck =>
    new OfflineCheck([ours.key], afterDeeds(doorList(...tickets), []), verifyWith(subtle));

  it('lets in with a signed code of the list', async () => {
    const checked = await door(doorTicket(1), doorTicket(2)).check({ code: await ours.sign(ref(2)) });
    expect([checked.refusal, checked.ticket?.seat.id]).toEqual([undefined, seatId(2)]);
  });

  it('reads a code as a scanner types it: small letters, blanks around', async () => {
    const code = ` ${(await ours.sign(ref(1))).toLowerCase()} `;
    expect((await door(doorTicket(1)).check({ code })).refusal).toBeUndefined();
  });

  it('refuses a code that somebody else signed', async () => {
    const checked = await door(doorTicket(1)).check({ code: await forger.sign(ref(1)) });
    expect(checked).toEqual({ refusal: 'unknown-ticket' });
  });

  it('refuses a right signature under another seat', async () => {
    const genuine = await ours.sign(ref(1));
    const other = await ours.sign(ref(2));
    // The bytes before the signature say which ticket it is; 63 bytes in, both are signatures.
    const forged = genuine.slice(0, 60) + other.slice(60);
    expect(await door(doorTicket(1), doorTicket(2)).check({ code: forged })).toEqual({ refusal: 'unknown-ticket' });
  });

  it.each(['', 'MODEX1:AAAA', 'https://example.org', 'MODEX2:AFVQ'])('refuses what is no code: “%s”', async (code) => {
    expect(await door(doorTicket(1)).check({ code })).toEqual({ refusal: 'unknown-ticket' });
  });

  it('refuses a key that it does not know', async () => {
    expect(await door(doorTicket(1)).check({ code: await ours.sign(ref(1), 2) })).toEqual({
      refusal: 'unknown-ticket',
    });
  });

  it('refuses an older issue, and takes one that is newer than its list', async () => {
    const list = door(doorTicket(1, { issue: 2 }));
    expect((await list.check({ code: await ours.sign(ref(1, 1)) })).refusal).toBe('ticket-void');
    expect((await list.check({ code: await ours.sign(ref(1, 2)) })).refusal).toBeUndefined();
    expect((await list.check({ code: await ours.sign(ref(1, 3)) })).refusal).toBeUndefined();
  });

  it('refuses who is in, whichever issue is shown', async () => {
    const list = door(doorTicket(1, { entry: AT_NORTH }));
    for (const issue of [1, 2]) {
      const checked = await list.check({ code: await ours.sign(ref(1, issue)) });
      expect([checked.refusal, checked.ticket?.entry]).toEqual(['ticket-used', AT_NORTH]);
    }
  });

  it('refuses who came in at this door without a network', async () => {
    const [list, code] = [doorList(doorTicket(1)), await ours.sign(ref(1))];
    const scan = { scanId: 'offline', door: 'South', at: '2026-12-24T18:43:00.000Z' };
    const deed = { kind: 'enter', showId: SHOW, bookingId: BOOKING, seatId: seatId(1), seat: '', ...scan } as const;
    const after = new OfflineCheck([ours.key], afterDeeds(list, [deed]), verifyWith(subtle));
    expect(await after.check({ code })).toMatchObject({
      refusal: 'ticket-used',
      ticket: { entry: scan, offline: true },
    });
    const undone = afterDeeds(list, [deed, { ...deed, kind: 'undo' }]);
    expect((await new OfflineCheck([ours.key], undone, verifyWith(subtle)).check({ code })).refusal).toBeUndefined();
  });

  it('refuses a signed ticket that its list does not have', async () => {
    expect(await door(doorTicket(1)).check({ code: await ours.sign(ref(9)) })).toEqual({ refusal: 'not-listed' });
  });

  it('takes a ticket chosen from the list', async () => {
    const list = door(doorTicket(1), doorTicket(2, { entry: AT_NORTH }));
    expect((await list.check(ref(1))).refusal).toBeUndefined();
    expect((await list.check(ref(2))).refusal).toBe('ticket-used');
  });

  it('lets nobody in with a code where the browser cannot check signatures', async () => {
    const tickets = afterDeeds(doorList(doorTicket(1)), []);
    const blind = new OfflineCheck([ours.key], tickets, verifyWith(undefined));
    expect(await blind.check({ code: await ours.sign(ref(1)) })).toEqual({ refusal: 'unchecked' });
    expect((await blind.check(ref(1))).refusal).toBeUndefined();
  });
});
