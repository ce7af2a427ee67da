import { Booking } from './booking';
import { DomainError } from './error';
import { checkTicket, entryOf, issueOf, refuseEntered } from './ticket';

const AT = new Date('2026-12-24T18:41:07Z');
const booking = (changes: Partial<Booking> = {}): Booking => ({
  ...{ id: 'b1', code: '7KQ8V25M', userId: 'u1', showId: 's1', seats: ['a1', 'a2'], returned: [], names: [] },
  ...{ status: 'CONFIRMED', createdAt: AT, leaseUntil: AT },
  ...changes,
});
const touched = booking({
  tickets: {
    version: 3,
    entries: [{ seatId: 'a1', issue: 1, scanId: 's', at: AT, by: 'd1', door: 'North' }],
    reissued: [{ seatId: 'a2', issue: 2 }],
  },
});
const codeOf = (run: () => void): string | undefined => {
  try {
    run();
    return undefined;
  } catch (error) {
    return (error as DomainError).code;
  }
};

describe('a ticket', () => {
  it('has issue 1 until it is issued anew', () => {
    expect([issueOf(booking(), 'a2'), issueOf(touched, 'a1'), issueOf(touched, 'a2')]).toEqual([1, 1, 2]);
  });

  it.each([
    ['of a seat of the booking', booking(), 'a1', 1, undefined],
    ['that was issued anew', touched, 'a2', 2, undefined],
    ['that another one replaced', touched, 'a2', 1, 'ticket-void'],
    ['that was never issued', touched, 'a2', 3, 'ticket-void'],
    ['of a seat that was given back', booking({ seats: ['a2'] }), 'a1', 1, 'ticket-void'],
    ['of a cancelled booking', booking({ status: 'CANCELLED' }), 'a1', 1, 'ticket-void'],
    ['of a hold', booking({ status: 'HELD' }), 'a1', 1, 'ticket-void'],
  ])('%s is valid or void', (_, of, seatId, issue, code) => {
    expect(codeOf(() => checkTicket(of, { bookingId: 'b1', seatId, issue }))).toBe(code);
  });

  it('with which somebody is in is refused with the time and the door', () => {
    expect(entryOf(touched, 'a1')?.scanId).toBe('s');
    expect(() => refuseEntered(touched, ['a2'])).not.toThrow();
    expect(() => refuseEntered(touched, ['a2', 'a1'])).toThrow(
      expect.objectContaining({ code: 'ticket-used', facts: { seatIds: ['a1'], entry: { at: AT, door: 'North' } } }),
    );
  });
});
