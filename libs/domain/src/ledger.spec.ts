import type { Booking } from './booking';
import { seatHistory, soldAt, soldAtOnce } from './ledger';

const BOOKING = {
  code: '7KQ8V25M',
  userId: 'u',
  showId: 's',
  returned: [],
  names: [],
  status: 'CONFIRMED',
  createdAt: new Date(0),
  leaseUntil: new Date(9),
} as const;

/** A booking of seat 1 that was confirmed and ended at these moments. */
function sold(from: number | undefined, until?: number, id = 'b'): Booking {
  return {
    ...BOOKING,
    id,
    seats: ['1'],
    ...(from !== undefined && { confirmedAt: new Date(from) }),
    ...(until !== undefined && { endedAt: new Date(until) }),
  };
}

const MINUTE = 60_000;

describe('two bookings of a seat', () => {
  it.each([
    ['both are sold still', sold(1), sold(2)],
    ['one begins while the other lasts', sold(0, 5 * MINUTE), sold(4 * MINUTE)],
    ['one lasts while the other comes and goes', sold(0, 9 * MINUTE), sold(3 * MINUTE, 4 * MINUTE)],
    ['they begin in the same instant', sold(0, 3 * MINUTE), sold(0, 2 * MINUTE)],
  ])('were sold at once when %s', (_, one, other) => {
    expect([soldAtOnce('1', one, other), soldAtOnce('1', other, one)]).toEqual([true, true]);
  });

  it.each([
    ['one ends before the other begins', sold(1, 3), sold(4)],
    ['one begins in the instant in which the other ends', sold(1, 3), sold(3)],
    ['one begins before the other ends by a clock that is a second late', sold(0, MINUTE), sold(MINUTE - 1_000)],
    ['one was never confirmed', sold(undefined, 3), sold(1)],
  ])('were not when %s', (_, one, other) => {
    expect([soldAtOnce('1', one, other), soldAtOnce('1', other, one)]).toEqual([false, false]);
  });
});

describe('the history of a seat', () => {
  const attempt = { ...BOOKING, id: 'b', seats: ['1', '2', '3'], endedAt: new Date(4) } as const;
  const kinds = (booking: Booking): string =>
    ['1', '2', '3'].map((seat) => seatHistory(seat, [booking]).map(({ kind }) => kind)).join(' ');

  it('of an attempt that met a seat that was not free says that it had those before it, and no other', () => {
    const failure = { code: 'seat-taken', detail: '', seatIds: ['2'] } as const;
    expect(kinds({ ...attempt, status: 'FAILED', failure })).toBe('RELEASED  ');
  });

  it.each([
    ['expired', { ...attempt, status: 'EXPIRED' } as const],
    [
      'was ended by the storage',
      { ...attempt, status: 'FAILED', failure: { code: 'storage-unavailable', detail: '', seatIds: [] } } as const,
    ],
  ])('of an attempt that %s says of every seat that it tried', (_, booking) => {
    expect(kinds(booking)).toBe('TRIED TRIED TRIED');
  });

  it('has a booking under way with the end of its lease, and what becomes of it in its place', () => {
    const underWay: Booking = { ...BOOKING, id: 'b', seats: ['1'], status: 'PENDING' };
    const at = underWay.createdAt;
    const event = { kind: 'PENDING', bookingId: 'b', customerId: 'u', userId: 'u', at, until: underWay.leaseUntil };
    expect(seatHistory('1', [underWay])).toEqual([event]);
    const confirmed: Booking = { ...underWay, status: 'CONFIRMED', confirmedAt: new Date(2) };
    expect(seatHistory('1', [confirmed]).map(({ kind }) => kind)).toEqual(['BOOKED']);
  });

  it('has a hold with its end, and what became of it', () => {
    const hold = { heldAt: new Date(2), writtenAt: new Date(2), version: 0, leaving: [] };
    const held = { ...BOOKING, id: 'b', seats: ['1'], hold, status: 'HELD' } as const;
    expect(seatHistory('1', [held])).toMatchObject([{ kind: 'HELD', at: new Date(2), until: new Date(9) }]);
    const released = { ...held, status: 'RELEASED', endedAt: new Date(5), endedBy: 'z' } as const;
    expect(seatHistory('1', [released])).toMatchObject([
      { kind: 'HELD', at: new Date(2), userId: 'u' },
      { kind: 'RELEASED', at: new Date(5), userId: 'z' },
    ]);
    const booked = { ...held, status: 'CONFIRMED', confirmedAt: new Date(4) } as const;
    expect(seatHistory('1', [booked])).toMatchObject([{ kind: 'BOOKED', at: new Date(4) }]);
  });

  it('says who booked for the customer', () => {
    const [event] = seatHistory('1', [{ ...sold(1), bookedBy: 'admin' }]);
    expect(event).toMatchObject({ customerId: 'u', userId: 'admin' });
  });
});

describe('a seat that was given back while its booking stayed', () => {
  const returned = [{ seatId: '2', at: new Date(4 * MINUTE), by: 'u' }];
  const first = { ...sold(1, undefined, 'a'), returned };
  const next = { ...sold(5 * MINUTE, undefined, 'b'), seats: ['2'] };

  it('has its return in its history, then its next sale, and the others have none', () => {
    const story = (seatId: string) => seatHistory(seatId, [next, first]).map(({ kind, bookingId }) => kind + bookingId);
    expect(story('2')).toEqual(['BOOKEDa', 'CANCELLEDa', 'BOOKEDb']);
    expect(story('1')).toEqual(['BOOKEDa']);
    expect(seatHistory('2', [first]).at(-1)).toMatchObject({ at: new Date(4 * MINUTE), customerId: 'u', userId: 'u' });
  });

  it('is sold until then, and then to the next', () => {
    const ownerAt = (minutes: number) => soldAt(new Date(minutes * MINUTE), [first, next]).get('2');
    expect([3, 4, 5].map(ownerAt)).toEqual(['a', undefined, 'b']);
    expect(soldAt(new Date(9 * MINUTE), [first, next]).get('1')).toBe('a');
  });

  it('was not sold to both at once, though both bookings last', () => {
    expect(soldAtOnce('2', first, next)).toBe(false);
    const early = { ...next, confirmedAt: new Date(2 * MINUTE) };
    expect(soldAtOnce('2', first, early)).toBe(true);
  });

  it('stays given back when the rest of the booking is cancelled later', () => {
    const ended = { ...first, status: 'CANCELLED', endedAt: new Date(8 * MINUTE), endedBy: 'admin' } as const;
    expect(seatHistory('2', [ended]).map(({ at }) => at.getTime() / MINUTE)).toEqual([1 / MINUTE, 4]);
    expect(seatHistory('1', [ended]).at(-1)).toMatchObject({ kind: 'CANCELLED', userId: 'admin' });
    expect(soldAtOnce('2', ended, next)).toBe(false);
  });
});

it('a seat that is given back and sold again in one instant has a history in that order', () => {
  const [again, first] = [sold(3, undefined, 'b'), { ...sold(1, 3, 'a'), status: 'CANCELLED' } as const];
  const story = seatHistory('1', [again, first]).map(({ kind, bookingId }) => `${kind} ${bookingId}`);
  expect(story).toEqual(['BOOKED a', 'CANCELLED a', 'BOOKED b']);
});

it.each([
  [0, undefined],
  [1, 'a'],
  [2, 'a'],
  [3, 'b'],
  [4, 'b'],
])('at moment %i the seat is sold to %s', (moment, owner) => {
  expect(soldAt(new Date(moment), [sold(1, 3, 'a'), sold(3, undefined, 'b')]).get('1')).toBe(owner);
});
