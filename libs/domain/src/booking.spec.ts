import * as fc from 'fast-check';
import { asksTheSame, isFinalFailure, lockOrder } from './booking';
import { DomainError, ERROR_CODES } from './error';

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

  it('lets two buyers of overlapping seats meet first at the same seat', () => {
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

  it('with the same show and seats ask the same', () => expect(asksTheSame(request, { ...request })).toBe(true));

  it.each([
    ['another show', { ...request, showId: 't' }],
    ['one seat more', { ...request, seats: ['a', 'b', 'c'] }],
    ['one seat less', { ...request, seats: ['a'] }],
    ['another seat', { ...request, seats: ['a', 'c'] }],
  ])('that differ in %s do not ask the same', (_, other) => {
    expect(asksTheSame(request, other)).toBe(false);
    expect(asksTheSame(other, request)).toBe(false);
  });
});

it('only a failure of the storage or of ourselves frees the key for a retry', () => {
  const free = ERROR_CODES.filter((code) => !isFinalFailure({ code, detail: '', seatIds: [] }));
  expect(free).toEqual(['storage-unavailable', 'overloaded', 'internal']);
});
