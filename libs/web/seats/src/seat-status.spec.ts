import { isComparable, isEarlier, knownStatus, withChanges, withStatus } from './seat-status';
import { packedStatus, statusesOf } from './testing/fake-streams';

const FREE = packedStatus(Array(5).fill('AVAILABLE'));
const KNOWN = knownStatus({ showId: 's1', version: 'aa-1', maxSeatsPerBooking: 10, ...FREE });

describe('the status of seats', () => {
  it('comes packed, in the order of the plan', () => {
    const statuses = ['BLOCKED', 'AVAILABLE', 'HELD', 'BOOKED', 'HELD'] as const;
    const known = withStatus(KNOWN, { version: 'aa-2', ...packedStatus(statuses) });
    expect(statusesOf(known.status)).toEqual(statuses);
    expect(known).toMatchObject({ version: 'aa-2', maxPerBooking: 10 });
  });

  it('changes seat by seat, by their places, and what was known before stays as it was', () => {
    const known = withChanges(KNOWN, {
      version: 'aa-3',
      changes: [
        [4, 2],
        [0, 1],
        [4, 0],
        [1, 3],
      ],
    });
    expect(statusesOf(known.status)).toEqual(['HELD', 'BLOCKED', 'AVAILABLE', 'AVAILABLE', 'AVAILABLE']);
    expect(statusesOf(KNOWN.status)).toEqual(Array(5).fill('AVAILABLE'));
  });

  it('without a change stays the same object, with the new version', () => {
    const known = withStatus(KNOWN, { version: 'bb-7', ...FREE });
    expect(known.version).toBe('bb-7');
    expect(known.status).toBe(KNOWN.status);
  });

  it('knows nothing of places and codes that the show does not have', () => {
    const changes = [
      [5, 2],
      [-1, 2],
      [0, 4],
    ] as const;
    expect(withChanges(KNOWN, { version: 'aa-2', changes }).status).toBe(KNOWN.status);
  });

  it('is earlier than another by the count of the same server, and never by that of another', () => {
    expect(isEarlier('aa-9', 'aa-10')).toBe(true);
    expect(isEarlier('aa-10', 'aa-10')).toBe(false);
    expect(isEarlier('aa-11', 'aa-10')).toBe(false);
    expect(isEarlier('bb-9', 'aa-10')).toBe(false);
    expect(isComparable('aa-9', 'aa-10')).toBe(true);
    expect(isComparable('bb-9', 'aa-10')).toBe(false);
  });
});
