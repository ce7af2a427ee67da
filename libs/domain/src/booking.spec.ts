import * as fc from 'fast-check';
import {
  asksTheSame,
  isFinalFailure,
  lockOrder,
  reasonOf,
  ReturnedSeat,
  seatsByName,
  seatsToFree,
  seatsToGiveBack,
} from './booking';
import { DomainError, ERROR_CODES } from './error';
import { inPlainPlan } from './plan/plain-plan';
import { nameSeats, seatIdAt } from './plan/planned-seat';

const seatIds = fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{24}$/), { minLength: 1, maxLength: 10 });

function refusalOf(work: () => unknown): DomainError | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error as DomainError;
  }
}

describe('the order in which seats are locked', () => {
  it('is the same for every order of the request', () => {
    const shuffled = seatIds.chain((ids) =>
      fc.tuple(fc.constant(ids), fc.shuffledSubarray(ids, { minLength: ids.length })),
    );
    fc.assert(fc.property(shuffled, ([ids, other]) => expect(lockOrder(other, 10)).toEqual(lockOrder(ids, 10))));
  });

  it('ascends and names each seat of the request once', () => {
    fc.assert(
      fc.property(seatIds, (ids) => {
        const order = lockOrder(ids, 10);
        expect(order.every((id, i) => i === 0 || (order[i - 1] as string) < id)).toBe(true);
        expect(new Set(order)).toEqual(new Set(ids));
      }),
    );
  });

  it('lets two customers who want overlapping seats meet first at the same seat', () => {
    fc.assert(
      fc.property(seatIds, seatIds, seatIds, (a, b, both) => {
        const [one, two] = [[...new Set([...a, ...both])], [...new Set([...both, ...b])]].map((ids) =>
          lockOrder(ids, 30),
        );
        const common = (order: readonly string[] = [], other: readonly string[] = []) =>
          order.find((id) => other.includes(id));
        expect(common(one, two)).toBe(common(two, one));
      }),
    );
  });

  it('does not mind capital hex digits', () => expect(lockOrder(['AB', '0C'], 2)).toEqual(['0c', 'ab']));

  it('leaves the request as it was', () => {
    const asked = ['b', 'a'];
    lockOrder(asked, 2);
    expect(asked).toEqual(['b', 'a']);
  });
});

describe('a request for seats', () => {
  it.each([
    ['no seat', []],
    ['a seat twice', ['a', 'a']],
    ['a seat twice, once in capitals', ['a', 'b', 'A']],
  ])('with %s is refused by its field', (_, ids) => {
    const refusal = refusalOf(() => lockOrder(ids, 10));
    expect(refusal).toMatchObject({ code: 'validation-failed', facts: { fields: [{ field: 'seatIds' }] } });
  });

  it('may have as many seats as the limit says, and not one more', () => {
    expect(lockOrder(['a', 'b', 'c'], 3)).toHaveLength(3);
    expect(refusalOf(() => lockOrder(['a', 'b', 'c', 'd'], 3))).toMatchObject({ code: 'too-many-seats' });
  });
});

describe('two requests', () => {
  const request = { showId: 's', seats: ['a', 'b'] };
  const bookingOf = (asked: typeof request) => ({ ...asked, returned: [] });

  it('with the same show and seats ask the same', () =>
    expect(asksTheSame(bookingOf(request), { ...request })).toBe(true));

  it('ask the same whatever was given back meanwhile', () => {
    const [b, a] = ['b', 'a'].map((seatId) => ({ seatId, at: new Date(0) })) as [ReturnedSeat, ReturnedSeat];
    expect(asksTheSame({ showId: 's', seats: ['a'], returned: [b] }, request)).toBe(true);
    expect(asksTheSame({ showId: 's', seats: ['b'], returned: [a] }, request)).toBe(true);
    expect(asksTheSame({ showId: 's', seats: ['a'], returned: [b] }, { ...request, seats: ['a'] })).toBe(false);
  });

  it.each([
    ['another show', { ...request, showId: 't' }],
    ['one seat more', { ...request, seats: ['a', 'b', 'c'] }],
    ['one seat less', { ...request, seats: ['a'] }],
    ['another seat', { ...request, seats: ['a', 'c'] }],
  ])('that differ in %s do not ask the same', (_, other) => {
    expect(asksTheSame(bookingOf(request), other)).toBe(false);
    expect(asksTheSame(bookingOf(other), request)).toBe(false);
  });
});

describe('the seats to give back', () => {
  const booking = { seats: ['a', 'c'], returned: [{ seatId: 'b', at: new Date(0) }] };

  it('are all that the booking has when none is named', () =>
    expect(seatsToGiveBack(booking, undefined)).toEqual(['a', 'c']));

  it('are those of the named that it still has, in lock order', () => {
    expect(seatsToGiveBack(booking, ['C', 'b', 'a'])).toEqual(['a', 'c']);
    expect(seatsToGiveBack(booking, ['b'])).toEqual([]);
  });

  it.each([
    ['a seat that it never had', ['a', 'd'], { code: 'unknown-seat', facts: { seatIds: ['d'] } }],
    ['no seat', [], { code: 'validation-failed' }],
    ['a seat twice', ['a', 'A'], { code: 'validation-failed' }],
  ])('are refused with %s', (_, named, refusal) => {
    expect(refusalOf(() => seatsToGiveBack(booking, named))).toMatchObject(refusal);
  });
});

it.each([
  ['CONFIRMED', ['b']],
  ['CANCELLED', ['a', 'b', 'c']],
  ['EXPIRED', ['a', 'b', 'c']],
] as const)('a booking that is %s may have to free %j', (status, seats) => {
  expect(seatsToFree({ status, seats: ['a', 'c'], returned: [{ seatId: 'b', at: new Date(0) }] })).toEqual(seats);
});

it('only a failure of the storage or of ourselves frees the key for a retry', () => {
  const free = ERROR_CODES.filter((code) => !isFinalFailure({ code, detail: '', seatIds: [] }));
  expect(free).toEqual(['storage-unavailable', 'overloaded', 'internal']);
});

describe('the reason that a customer reads', () => {
  const taken = (reason?: string): ReturnedSeat => ({
    seatId: 'a',
    at: new Date(0),
    ...(reason !== undefined && { reason }),
  });

  it('is that of the cancellation', () =>
    expect(reasonOf({ status: 'CANCELLED', reason: 'all', returned: [taken('one')] })).toBe('all'));

  it('is not that of an earlier seat when the cancellation has none', () =>
    expect(reasonOf({ status: 'CANCELLED', returned: [taken('one')] })).toBeUndefined());

  it('is the last one given for a seat as long as the booking goes on', () =>
    expect(reasonOf({ status: 'CONFIRMED', returned: [taken('one'), taken('two'), taken()] })).toBe('two'));

  it('is none where nobody gave one', () =>
    expect(reasonOf({ status: 'CONFIRMED', returned: [taken()] })).toBeUndefined());
});

describe('the seats of a booking by name', () => {
  const show = inPlainPlan({ totalSeats: 4, seatsPerRow: 2, seatPrefix: 'a'.repeat(16) });
  const [one, two, three] = [0, 1, 2].map((place) => seatIdAt(show.seatPrefix, place)) as [string, string, string];
  const booking = { seats: [one, three], returned: [{ seatId: two, at: new Date(0) }] };
  const texts = (names: Parameters<typeof seatsByName>[0]['names']) => {
    const { seats, returnedSeats } = seatsByName({ ...booking, names }, show);
    return [seats.map(({ name }) => name), returnedSeats.map(({ name }) => name)];
  };

  it('are those that it keeps, whatever the show calls them now', () => {
    const sold = nameSeats(show, [one, two, three]).map((seat) => ({ ...seat, name: `Stalls ${seat.name}` }));
    expect(texts(sold)).toEqual([['Stalls Row A, seat 1', 'Stalls Row B, seat 1'], ['Stalls Row A, seat 2']]);
  });

  it('are those of its show where it keeps none', () => {
    expect(texts([])).toEqual([['Row A, seat 1', 'Row B, seat 1'], ['Row A, seat 2']]);
  });
});
