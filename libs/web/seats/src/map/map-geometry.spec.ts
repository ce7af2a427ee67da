import { plainShowPlan } from '../show-plan';
import { packStatuses } from '../status-counts';
import { arena } from '../testing/arena';
import { cellsAround, moveFrom } from './map-cells';
import { MapGeometry, standingOf } from './map-geometry';
import { filledTo, freeOf, hullsOf, shortNames } from './section-hull';
import { seatWords, whereWords } from './seat-words';

const show = arena();
const geometry = new MapGeometry(show.plan);
const named = (name: string): number => {
  const found = Array.from({ length: show.size }, (_, index) => index).find((index) => show.nameAt(index) === name);
  if (found === undefined) throw new Error(`No seat is called "${name}".`);
  return found;
};

describe('the geometry of a plan', () => {
  it('finds the seat that a press means, in the gaps too, and none where there is none', () => {
    const seat = named('Stalls · Row C · Seat 7');
    const [x, y] = [show.plan.x[seat] as number, show.plan.y[seat] as number];
    expect(geometry.seatNear({ x, y })).toBe(seat);
    expect(geometry.seatNear({ x: x + 250, y: y + 200 })).toBe(seat);
    expect(geometry.seatNear({ x: geometry.bounds.left, y: geometry.bounds.top })).toBeUndefined();
  });

  it('holds all that is drawn, also what no seat is near to', () => {
    const { left, top, right, bottom } = geometry.bounds;
    expect(left).toBeLessThan(400);
    expect(top).toBeLessThan(0);
    for (let index = 0; index < 320; index++) {
      expect(show.plan.x[index]).toBeGreaterThan(left);
      expect(show.plan.x[index]).toBeLessThan(right);
      expect(show.plan.y[index]).toBeLessThan(bottom);
    }
  });

  it('knows where people stand, and that nobody sits there', () => {
    const [pit] = standingOf(show.plan);
    if (!pit) throw new Error('There is no pit.');
    expect(geometry.standingAt({ x: 6000, y: 4000 })).toBe(pit);
    expect(geometry.standingAt({ x: 4000, y: 4000 })).toBeUndefined();
    expect(geometry.standingSeats(pit)).toHaveLength(80);
    expect(geometry.seatNear({ x: 9000, y: 4500 })).toBeUndefined();
  });
});

describe('a section from afar', () => {
  const [stalls, , pit] = hullsOf(geometry);
  if (!stalls || !pit) throw new Error('The arena has no sections.');

  it('is a shape round its rows, whatever their bend, without a corner on a straight line', () => {
    expect(stalls.seats).toHaveLength(200);
    expect(stalls.outline.length).toBeLessThan(40);
    const top = Math.min(...stalls.outline.map(({ y }) => y));
    expect(top).toBeLessThan(show.plan.y[named('Stalls · Row A · Seat 1')] as number);
    const [first, last] = [named('Stalls · Row J · Seat 1'), named('Stalls · Row J · Seat 20')];
    const xs = stalls.outline.map(({ x }) => x);
    expect(Math.min(...xs)).toBeLessThan(show.plan.x[first] as number);
    expect(Math.max(...xs)).toBeGreaterThan(show.plan.x[last] as number);
  });

  it('is known with where people stand, by the places there', () => {
    expect([pit.name, pit.isStanding, pit.seats.length]).toEqual(['Pit', true, 80]);
    const status = packStatuses(Array.from({ length: show.size }, (_, at) => (at < 330 ? 'BOOKED' : 'AVAILABLE')));
    expect([freeOf(status, stalls.seats), freeOf(status, pit.seats)]).toEqual([0, 70]);
  });

  it('is filled from below as high as it is free', () => {
    const square = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 10 },
      { x: 0, y: 10 },
    ];
    expect(filledTo(square, 0.3)).toEqual([
      { x: 10, y: 7 },
      { x: 10, y: 10 },
      { x: 0, y: 10 },
      { x: 0, y: 7 },
    ]);
    expect(filledTo(square, 1)).toEqual(square);
  });

  it('is called by what tells it from the others where there is no room for more', () => {
    expect(shortNames(['Block 101', 'Block 102', ''])).toEqual(['101', '102', '']);
    expect(shortNames(['North', 'North Gallery'])).toEqual(['North', 'North Gallery']);
    expect(shortNames(['Stalls'])).toEqual(['Stalls']);
  });
});

describe('the seats that are elements', () => {
  it('are all of a small plan, and some hundred around the keyboard of a large one', () => {
    const small = new MapGeometry(plainShowPlan({ totalSeats: 230, seatsPerRow: 100 }, '').plan);
    expect(cellsAround(small, 0).flatMap(({ seats }) => seats)).toHaveLength(230);
    const large = new MapGeometry(plainShowPlan({ totalSeats: 100_000, seatsPerRow: 400 }, '').plan);
    const rows = cellsAround(large, 50_200);
    expect(rows.map(({ row }) => row)).toEqual([123, 124, 125, 126, 127]);
    expect(rows[2]?.seats).toContain(50_200);
    expect(rows[0]?.seats).toContain(49_400);
    expect(rows.flatMap(({ seats }) => seats).length).toBeLessThanOrEqual(240);
  });

  it('lead from one to the next by keys, over the border of a section and past those who stand', () => {
    const last = named('Stalls · Row J · Seat 1');
    expect(show.nameAt(moveFrom(geometry, last, 'down'))).toBe('Balcony · Row A · Seat 3');
    expect(moveFrom(geometry, last, 'left')).toBe(last);
    expect(show.nameAt(moveFrom(geometry, last, 'last'))).toBe('Balcony · Row E · Seat 24');
    expect(moveFrom(geometry, named('Balcony · Row E · Seat 4'), 'down')).toBe(named('Balcony · Row E · Seat 4'));
  });
});

describe('the words of a seat', () => {
  it('say what it is, what it costs, how it stands, and how far the stage is', () => {
    const price = (category: string): string => (category === 'far' ? '20 €' : '45 €');
    expect(seatWords(show, named('Stalls · Row J · Seat 1'), 'free', price)).toBe(
      'Stalls · Row J · Seat 1, wheelchair place, 20 €, free',
    );
    expect(seatWords(show, named('Balcony · Row B · Seat 1'), 'taken')).toBe(
      'Balcony · Row B · Seat 1, restricted view, taken',
    );
    expect(whereWords(show, named('Stalls · Row C · Seat 7'))).toBe('Row 3 of 15 from the stage');
  });
});
