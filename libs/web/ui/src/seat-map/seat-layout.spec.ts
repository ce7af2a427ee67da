import { MapSeat } from './map-seat';
import { moveFrom, PITCH, placeSeats, seatAt } from './seat-layout';

function row(rowNumber: string, seats: number): MapSeat[] {
  return Array.from({ length: seats }, (_, index) => ({
    id: `${rowNumber}${index + 1}`,
    rowNumber,
    seatNumber: index + 1,
    status: 'AVAILABLE',
  }));
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
    expect(layout.rows.map((placed) => placed.rowNumber)).toEqual(['A', 'B', 'C']);
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

  it('draws an empty house without seats', () => {
    expect(placeSeats([]).seats).toEqual([]);
  });
});
