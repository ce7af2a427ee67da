import type { Booking } from './booking';
import { soldAt, soldAtOnce } from './ledger';

const BOOKING = {
  userId: 'u',
  showId: 's',
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

describe('two bookings of a seat', () => {
  it.each([
    ['both are sold still', sold(1), sold(2)],
    ['one begins while the other lasts', sold(1, 5), sold(4)],
    ['one lasts while the other comes and goes', sold(1, 9), sold(3, 4)],
    ['they begin in the same instant', sold(1, 3), sold(1, 2)],
  ])('were sold at once when %s', (_, one, other) => {
    expect([soldAtOnce(one, other), soldAtOnce(other, one)]).toEqual([true, true]);
  });

  it.each([
    ['one ends before the other begins', sold(1, 3), sold(4)],
    ['one begins in the instant in which the other ends', sold(1, 3), sold(3)],
    ['one was never confirmed', sold(undefined, 3), sold(1)],
  ])('were not when %s', (_, one, other) => {
    expect([soldAtOnce(one, other), soldAtOnce(other, one)]).toEqual([false, false]);
  });
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
