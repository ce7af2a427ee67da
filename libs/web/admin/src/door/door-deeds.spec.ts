import { afterDeeds, Entering, withEntry } from './door-deeds';
import { AT_NORTH, BOOKING, doorList, doorTicket, seatId, SHOW } from './door-samples.harness';
import { findTickets, isTicketCode } from './found-tickets';
import { SeenCodes } from './seen-codes';

const [ONE, TWO] = [doorTicket(1), doorTicket(2, { entry: AT_NORTH })];
const deed: Entering = {
  ...{ kind: 'enter', showId: SHOW, bookingId: BOOKING, seatId: seatId(1), seat: 'Row A, seat 1', scanId: 's' },
  ...{ door: null, at: '2026-12-24T18:50:00.000Z' },
};

describe('the list of a door', () => {
  it('marks who was let in by this device and is not known to the API yet', () => {
    const [one, two] = afterDeeds(doorList(ONE, TWO), [deed]);
    expect([one?.entry, one?.offline]).toEqual([{ at: deed.at, door: null, scanId: 's' }, true]);
    expect([two?.entry, two?.offline]).toEqual([AT_NORTH, false]);
  });

  it('says what the API says of somebody who is in by another door', () => {
    const [two] = afterDeeds(doorList(TWO), [{ ...deed, seatId: seatId(2) }]);
    expect([two?.entry, two?.offline]).toEqual([AT_NORTH, false]);
  });

  it('forgets the entry that was taken back here, and no other', () => {
    const undo = { kind: 'undo', showId: SHOW, bookingId: BOOKING, seatId: seatId(2) } as const;
    expect(afterDeeds(doorList(TWO), [{ ...undo, scanId: 'first' }])[0]?.entry).toBeNull();
    expect(afterDeeds(doorList(TWO), [{ ...undo, scanId: 'another' }])[0]?.entry).toEqual(AT_NORTH);
  });

  it('counts who is in after an answer', () => {
    const entered = withEntry(doorList(ONE, TWO), { bookingId: BOOKING, seatId: seatId(1) }, AT_NORTH);
    expect([entered.admitted, entered.tickets[0]?.entry]).toEqual([2, AT_NORTH]);
    expect(withEntry(entered, { bookingId: BOOKING, seatId: seatId(2) }, null).admitted).toBe(1);
  });

  it.each([
    ['ada', ['A1', 'A2']],
    ['ÁDA  lovelace', ['A1', 'A2']],
    ['maria', ['B3']],
    ['7kq8 v25m', ['A1', 'A2']],
    ['7KQ8-V25M', ['A1', 'A2']],
    ['row a seat 2', ['A2']],
    ['Row A, seat 2', ['A2']],
    ['ada 3', []],
    ['', ['A1', 'A2', 'B3']],
  ])('finds “%s”', (search, names) => {
    const maria = doorTicket(3, { customerName: 'Mária Mitchell', bookingCode: 'ABCD2345', bookingId: 'f'.repeat(24) });
    const seat = { ...maria.seat, name: 'Row B, seat 3' };
    const found = findTickets(afterDeeds(doorList(ONE, TWO, { ...maria, seat }), []), search);
    expect(found.map(({ seat: { name } }) => name.replace(/Row (\w), seat (\d)/, '$1$2'))).toEqual(names);
  });

  it('knows the code of a ticket from a search', () => {
    expect(['MODEX1:AF', ' modex1:', 'Modexa', '7KQ8V25M'].map(isTicketCode)).toEqual([true, true, false, false]);
  });
});

describe('codes in view of a camera', () => {
  it('are one scan for as long as they are in view, and another one two seconds after they went', () => {
    const seen = new SeenCodes();
    expect([0, 80, 1_900, 3_800].map((now) => seen.isNew('A', now))).toEqual([true, false, false, false]);
    expect(seen.isNew('B', 3_900)).toBe(true);
    expect([5_799, 7_799].map((now) => seen.isNew('A', now))).toEqual([false, true]);
  });
});
