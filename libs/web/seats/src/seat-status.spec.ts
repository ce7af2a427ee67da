import { SeatMapResponse } from '@modex/web-api-client';
import { seatOf } from '@modex/web-ui/testing';
import { isComparable, isEarlier, withChanges, withStatus } from './seat-status';
import { packedStatus } from './testing/fake-streams';

const MAP: SeatMapResponse = {
  showId: 's1',
  version: 'aa-1',
  maxSeatsPerBooking: 10,
  seats: [1, 2, 3, 4, 5].map((number) => seatOf('A', number)),
};

const statusesOf = ({ seats }: SeatMapResponse): readonly string[] => seats.map(({ status }) => status);

describe('the status of seats', () => {
  it('comes packed, in the order of the map', () => {
    const statuses = ['BLOCKED', 'AVAILABLE', 'HELD', 'BOOKED', 'HELD'] as const;
    const map = withStatus(MAP, { showId: 's1', version: 'aa-2', ...packedStatus(statuses) });
    expect(statusesOf(map)).toEqual(statuses);
    expect(map).toMatchObject({ version: 'aa-2', maxSeatsPerBooking: 10 });
    expect(map.seats.map(({ id }) => id)).toEqual(MAP.seats.map(({ id }) => id));
  });

  it('changes seat by seat, by their places; the others stay the same objects', () => {
    const map = withChanges(MAP, {
      version: 'aa-3',
      changes: [
        [4, 2],
        [0, 1],
        [4, 0],
        [1, 3],
      ],
    });
    expect(statusesOf(map)).toEqual(['HELD', 'BLOCKED', 'AVAILABLE', 'AVAILABLE', 'AVAILABLE']);
    expect(map.seats[2]).toBe(MAP.seats[2]);
    expect(statusesOf(MAP)).toEqual(Array(5).fill('AVAILABLE'));
  });

  it('without a change leaves the list as it is, with the new version', () => {
    const told = packedStatus(Array(5).fill('AVAILABLE'));
    const map = withStatus(MAP, { showId: 's1', version: 'bb-7', ...told });
    expect(map.version).toBe('bb-7');
    expect(map.seats).toBe(MAP.seats);
  });

  it('knows nothing of places and codes that the map does not have', () => {
    expect(
      withChanges(MAP, {
        version: 'aa-2',
        changes: [
          [5, 2],
          [-1, 2],
          [0, 4],
        ],
      }).seats,
    ).toBe(MAP.seats);
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
