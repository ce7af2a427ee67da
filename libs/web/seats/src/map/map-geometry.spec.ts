import { plainShowPlan } from '../show-plan';
import { arena } from '../testing/arena';
import { cellsAround, moveFrom } from './map-cells';
import { MapGeometry, standingOf } from './map-geometry';
import { hullOf } from './section-hull';
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

  it('draws a section round its rows, whatever their bend', () => {
    const { outline, seats } = hullOf(geometry, 0);
    expect(seats).toHaveLength(200);
    expect(outline).toHaveLength(20 + 8 + 20 + 8);
    const top = Math.min(...outline.map(({ y }) => y));
    expect(top).toBeLessThan(show.plan.y[named('Stalls · Row A · Seat 1')] as number);
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
