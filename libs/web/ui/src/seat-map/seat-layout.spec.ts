import { seatOf } from '../testing/seat-of';
import { MapSeat } from './map-seat';
import { moveFrom, PITCH, placeSeats, seatAt } from './seat-layout';

function row(name: string, seats: number, changes: Partial<MapSeat> = {}): MapSeat[] {
  return Array.from({ length: seats }, (_, at) => seatOf(name, at + 1, { id: `${name}${at + 1}`, ...changes }));
}

describe('placeSeats', () => {
  const layout = placeSeats([...row('A', 4), ...row('B', 5), ...row('C', 1)]);
  const named = (id: string) => {
    const found = layout.seats.find((placed) => placed.seat.id === id);
    if (!found) throw new Error(`No seat ${id}`);
    return found;
  };

  it('keeps neighbours one pitch apart and rows in order', () => {
    expect(named('B2').x - named('B1').x).toBeCloseTo(PITCH);
    expect(layout.rows.map((placed) => placed.label)).toEqual(['A', 'B', 'C']);
    expect(layout.seats.map((placed) => placed.index)).toEqual(layout.seats.map((_, index) => index));
  });

  it('centres short rows before the stage', () => {
    expect(named('C1').x).toBeCloseTo(named('B3').x);
  });

  it('keeps every seat inside the drawing', () => {
    for (const { x, y } of layout.seats) {
      expect(x).toBeGreaterThan(PITCH / 2);
      expect(x).toBeLessThan(layout.width - PITCH / 2);
      expect(y).toBeLessThan(layout.height - PITCH / 2);
    }
  });

  it('finds each seat from its own middle and from the gap beside it', () => {
    for (const placed of layout.seats) {
      expect(seatAt(layout, placed.x, placed.y)).toBe(placed);
      expect(seatAt(layout, placed.x + PITCH * 0.45, placed.y)).toBe(placed);
    }
  });

  it('finds no seat on the stage', () => {
    expect(seatAt(layout, layout.stageX, layout.stageY)).toBeUndefined();
  });

  it('moves up and down to the nearest seat, and stays at the edges', () => {
    expect(moveFrom(layout, named('B5'), 'up')).toBe(named('A4'));
    expect(moveFrom(layout, named('B1'), 'down')).toBe(named('C1'));
    expect(moveFrom(layout, named('A1'), 'up')).toBe(named('A1'));
    expect(moveFrom(layout, named('B2'), 'first')).toBe(named('A1'));
    expect(moveFrom(layout, named('B2'), 'last')).toBe(named('C1'));
  });

  it('draws an empty plan without seats', () => {
    expect(placeSeats([]).seats).toEqual([]);
  });
});

describe('placeSeats, with the order of the plan and not that of names', () => {
  it('keeps two rows of one name apart, each in its section', () => {
    const stalls = row('A', 3, { section: 'Stalls' });
    const circle = row('A', 2, { section: 'Circle', rowOrder: 2 });
    const { rows } = placeSeats([...stalls, ...circle]);
    expect(rows.map(({ name, seats }) => [name, seats.length])).toEqual([
      ['Stalls · Row A', 3],
      ['Circle · Row A', 2],
    ]);
  });

  it('places seats that come in any order, and finds each where it was in the list', () => {
    const listed = [...row('C', 2).reverse(), ...row('A', 3).reverse()];
    const layout = placeSeats(listed);
    expect(layout.rows.map(({ label }) => label)).toEqual(['A', 'C']);
    for (const { seats } of layout.rows) {
      expect(seats.map(({ seat }) => seat.placeInRow)).toEqual(seats.map((_, column) => column + 1));
      expect(seats.map(({ x }) => x)).toEqual(seats.map(({ x }) => x).sort((one, other) => one - other));
    }
    expect(layout.seats.map(({ seat, index }) => [seat, index])).toEqual(listed.map((seat, at) => [seat, at]));
    const [last] = layout.seats;
    expect(last && moveFrom(layout, last, 'first').seat).toBe(listed.at(-1));
    expect(last && moveFrom(layout, last, 'last')).toBe(last);
  });

  it('reads nothing out of the names of rows', () => {
    const named = row('A', 2, { rowNumber: 'Box 3', rowOrder: 1 });
    const front = row('B', 1, { rowNumber: 'Z', rowOrder: 0 });
    expect(placeSeats([...named, ...front]).rows.map(({ label }) => label)).toEqual(['Z', 'Box 3']);
  });
});
