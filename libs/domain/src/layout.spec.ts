import * as fc from 'fast-check';
import { DomainError } from './error';
import { isSeatOf, layoutOf, LayoutRequest, rowName, rowsOf, seatIdAt, seatNameAt } from './layout';
import { LIMITS } from './limits';

const PREFIX = '9f8e7d6c5b4a3928';
const houses = fc
  .record({ totalSeats: fc.integer({ min: 1, max: 5_000 }), seatsPerRow: fc.integer({ min: 1, max: 200 }) })
  .map((layout) => ({ ...layout, seatPrefix: PREFIX }));

describe('the name of a row', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [27, 'AB'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('%i is %s', (index, name) => expect(rowName(index)).toBe(name));

  it('is never given twice', () => {
    const names = Array.from({ length: LIMITS.rows }, (_, index) => rowName(index));
    expect(new Set(names).size).toBe(LIMITS.rows);
  });
});

describe('a house by its number of seats', () => {
  it('has exactly that many, whatever the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: LIMITS.seatsPerShow }), (totalSeats) => {
        const rows = rowsOf(layoutOf({ totalSeats }));
        expect(rows.reduce((sum, { seats }) => sum + seats, 0)).toBe(totalSeats);
        expect(rows.every(({ seats }) => seats >= 1)).toBe(true);
      }),
    );
  });

  it('has a shorter last row when the seats do not fill it', () => {
    expect(rowsOf(layoutOf({ totalSeats: 25 })).map(({ seats }) => seats)).toEqual([10, 10, 5]);
  });

  it('has one row with one seat for one seat', () => {
    expect(rowsOf(layoutOf({ totalSeats: 1 }))).toEqual([{ rowNumber: 'A', seats: 1 }]);
  });

  it('is about twice as wide as deep', () => {
    const layout = layoutOf({ totalSeats: 5_000 });
    expect([layout.seatsPerRow, rowsOf(layout).length]).toEqual([100, 50]);
  });
});

describe('a house by rows and seats per row', () => {
  it('has just these', () => {
    expect(rowsOf(layoutOf({ rows: 3, seatsPerRow: 4 }))).toEqual([
      { rowNumber: 'A', seats: 4 },
      { rowNumber: 'B', seats: 4 },
      { rowNumber: 'C', seats: 4 },
    ]);
  });
});

describe('a house is refused', () => {
  const fieldOf = (request: LayoutRequest): string | undefined => {
    try {
      return void layoutOf(request);
    } catch (error) {
      return (error as DomainError).facts.fields?.[0]?.field;
    }
  };

  it.each<[string, LayoutRequest, string]>([
    ['without any number', {}, 'totalSeats'],
    ['with rows alone', { rows: 3 }, 'totalSeats'],
    ['with seats per row alone', { seatsPerRow: 3 }, 'totalSeats'],
    ['with both forms', { totalSeats: 12, rows: 3, seatsPerRow: 4 }, 'totalSeats'],
    ['with one form and half of the other', { totalSeats: 12, rows: 3 }, 'totalSeats'],
    ['with one seat too many', { totalSeats: LIMITS.seatsPerShow + 1 }, 'totalSeats'],
    ['with too many rows of too many seats', { rows: 101, seatsPerRow: 1_000 }, 'rows'],
  ])('%s', (_, request, field) => expect(fieldOf(request)).toBe(field));

  it('only above the limit', () => expect(layoutOf({ totalSeats: LIMITS.seatsPerShow }).totalSeats).toBe(100_000));
});

describe('the id of a seat', () => {
  it('is 24 hex digits', () => expect(seatIdAt(PREFIX, 99_999)).toMatch(/^[0-9a-f]{24}$/));

  it('sorts in layout order', () => {
    const place = fc.integer({ min: 0, max: LIMITS.seatsPerShow - 1 });
    fc.assert(fc.property(place, place, (a, b) => expect(seatIdAt(PREFIX, a) < seatIdAt(PREFIX, b)).toBe(a < b)));
  });

  it('belongs to the house exactly when its place is in it', () => {
    fc.assert(
      fc.property(houses, fc.nat(10_000), (house, place) => {
        expect(isSeatOf(house, seatIdAt(PREFIX, place))).toBe(place < house.totalSeats);
      }),
    );
  });

  it('of another show does not belong to the house', () => {
    const house = { totalSeats: 10, seatsPerRow: 10, seatPrefix: PREFIX };
    expect(isSeatOf(house, seatIdAt('0'.repeat(16), 1))).toBe(false);
  });
});

describe('the name of a seat', () => {
  it('is its own and lies in a row of the house', () => {
    fc.assert(
      fc.property(
        houses.filter(({ totalSeats }) => totalSeats <= 500),
        (house) => {
          const names = Array.from({ length: house.totalSeats }, (_, place) => seatNameAt(house, place));
          const counted = rowsOf(house).map(({ rowNumber, seats }) => [
            seats,
            names.filter((name) => name.rowNumber === rowNumber).length,
          ]);
          expect(counted.every(([expected, found]) => expected === found)).toBe(true);
          expect(new Set(names.map(({ rowNumber, seatNumber }) => `${rowNumber}${seatNumber}`)).size).toBe(
            names.length,
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  it('counts from 1 in each row', () => {
    expect([0, 3, 4].map((place) => seatNameAt({ totalSeats: 8, seatsPerRow: 4 }, place))).toEqual([
      { rowNumber: 'A', seatNumber: 1 },
      { rowNumber: 'A', seatNumber: 4 },
      { rowNumber: 'B', seatNumber: 1 },
    ]);
  });
});
