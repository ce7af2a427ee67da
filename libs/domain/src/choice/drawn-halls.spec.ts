import { PackedStatus, statusCode } from '../packed-status';
import { drawing, place, row, seatSection, standing } from '../plan/drawing.builder';
import { drawnPlan } from '../plan/drawn-plan';
import { Decoration, DrawnRow, DrawnSection } from '../plan/drawing';
import { bestGroup, largestGroup, SeatWish } from './best-seats';
import { Hall, hallOf, isTogether } from './hall';
import { judgeLoneSeats, loneSeats } from './lone-seats';

const STAGE: Decoration = { kind: 'rectangle', x: 0, y: 0, width: 400, height: 80, rotation: 0 };

/** A hall with a stage above it; the seats of these numbers are taken. */
function hall(
  sections: readonly DrawnSection[],
  taken: readonly number[] = [],
  stage: Decoration | null = STAGE,
): Hall {
  const plan = drawnPlan(drawing({ sections, stage }));
  const status = new PackedStatus(plan.size);
  for (const number of taken) status.put(plan.indexOf(number), statusCode('BOOKED'));
  return hallOf({ plan, totalSeats: plan.size, seatsPerRow: 1 }, status);
}

function best(from: Hall, wish: Partial<SeatWish> & Pick<SeatWish, 'quantity'>): readonly number[] | undefined {
  return bestGroup(from, { preference: 'together', noLoneSeat: false, ...wish })?.places;
}

/** A row whose places are so far from the one before. */
function spaced(steps: readonly number[], first: number, changes: Partial<DrawnRow> = {}): DrawnRow {
  let x = 0;
  return row({
    places: steps.map((step, at) => place({ number: first + at, label: `${at + 1}`, x: (x += step) })),
    ...changes,
  });
}
const rowAt = (y: number, label: string, first: number, count = 8): DrawnRow => row({ y, label }, { count, first });

describe('the best seats of a drawn plan', () => {
  it('are never across an aisle, whether it is a wide step or is marked', () => {
    const wide = hall([seatSection({ rows: [spaced([0, 50, 50, 120, 50, 50], 0)] })]);
    expect(best(wide, { quantity: 3 })).toEqual([0, 1, 2]);
    expect([best(wide, { quantity: 4 }), largestGroup(wide)]).toEqual([undefined, 3]);
    const places = [0, 1, 2, 3].map((at) =>
      place({ number: at, label: `${at}`, x: at * 50, ...(at % 3 !== 0 && { aisle: true }) }),
    );
    const marked = hall([seatSection({ rows: [row({ places })] })]);
    expect(best(marked, { quantity: 2 })).toEqual([2, 3]);
    expect([best(marked, { quantity: 3 }), isTogether(marked.seating, [1, 2])]).toEqual([undefined, false]);
    expect(loneSeats(marked, [0])).toEqual([1]);
  });

  it('are in the section that is nearest to the stage, then further away', () => {
    const balcony = seatSection({
      key: 'b',
      name: 'Balcony',
      x: 0,
      y: 900,
      rows: [rowAt(0, 'A', 0), rowAt(90, 'B', 10)],
    });
    const stalls = seatSection({ x: 0, y: 200, rows: [rowAt(0, 'A', 20), rowAt(90, 'B', 30), rowAt(180, 'C', 40)] });
    expect(best(hall([balcony, stalls]), { quantity: 2 })).toEqual([23, 24]);
    const soldOut = [20, 30, 40].flatMap((first) => [0, 1, 2, 3, 4, 5, 6, 7].map((at) => first + at));
    expect(best(hall([balcony, stalls], soldOut), { quantity: 2 })).toEqual([3, 4]);
  });

  it('are those in front of the stage where the whole section is turned round it', () => {
    const rows = [rowAt(0, 'A', 0), rowAt(90, 'B', 10), rowAt(180, 'C', 20)];
    // Its rows run upwards, to the left of a stage in the middle.
    const west = seatSection({ x: -400, y: 175, rotation: -90, rows: rows.map((each) => ({ ...each, y: -each.y })) });
    const stage: Decoration = { kind: 'ellipse', x: 0, y: 0, radiusX: 100, radiusY: 100, rotation: 0 };
    expect(best(hall([west], [], stage), { quantity: 2 })).toEqual([3, 4]);
    expect(best(hall([west], [], stage), { quantity: 10 })?.filter((number) => number < 10)).toHaveLength(5);
  });

  it('are in two rows that stand half a seat apart', () => {
    const rows = [rowAt(0, 'A', 0, 3), row({ y: 90, label: 'B', x: 25 }, { count: 3, first: 10 })];
    const staggered = hall([seatSection({ rows })], [0, 12]);
    expect(best(staggered, { quantity: 4 })).toEqual([1, 2, 10, 11]);
    // Seats 1 and 11 are one behind the other, seats 2 and 10 are not.
    expect(best(hall([seatSection({ rows })], [0, 1, 11, 12]), { quantity: 2 })).toBeUndefined();
  });

  it('stay in their section: the first row of the next one is not behind the last one', () => {
    const near = seatSection({ rows: [rowAt(0, 'A', 0, 3)] });
    const next = seatSection({ key: 'n', name: 'Next', y: 290, rows: [rowAt(0, 'A', 10, 3)] });
    expect([best(hall([near, next]), { quantity: 4 }), largestGroup(hall([near, next]))]).toEqual([undefined, 3]);
  });

  it('are standing places only for those who find no seats', () => {
    const from = hall([seatSection({ rows: [rowAt(0, 'A', 0, 3)] }), standing()], [101]);
    expect(best(from, { quantity: 3 })).toEqual([0, 1, 2]);
    expect(best(from, { quantity: 4 })).toEqual([100, 102, 103, 104]);
    expect([best(from, { quantity: 5 }), largestGroup(from)]).toEqual([undefined, 4]);
    expect(isTogether(from.seating, [100, 104])).toBe(true);
  });

  it('are the cheapest that are together, if the price counts', () => {
    const from = hall([seatSection({ rows: [rowAt(0, 'A', 0, 4), rowAt(90, 'B', 10, 4)] })], [11]);
    const priced: Hall = { ...from, priceOf: (number) => (number < 10 ? 45 : 20) };
    expect(best(priced, { quantity: 2, preference: 'price' })).toEqual([12, 13]);
    expect(best(priced, { quantity: 3, preference: 'price' })).toEqual([1, 2, 3]);
    expect(best(priced, { quantity: 2 })).toEqual([1, 2]);
  });

  it('of a stadium of 100,000 places are found, and so is the largest group', () => {
    const sections = Array.from({ length: 200 }, (_, block) =>
      seatSection({
        key: `${block}`,
        name: `Block ${block}`,
        x: 2_000 * (block % 20),
        y: 3_000 * Math.floor(block / 20),
        rows: Array.from({ length: 20 }, (__, at) =>
          row({ y: at * 90, label: `${at}` }, { count: 25, first: block * 500 + at * 25 }),
        ),
      }),
    );
    const from = hall(sections, [], { ...STAGE, width: 40_000 });
    expect(best({ ...from, isFree: (number) => number >= 99_998 }, { quantity: 2 })).toEqual([99_998, 99_999]);
    expect(largestGroup(from)).toBe(50);
  });
});

describe('seats of a drawn plan that leave one alone', () => {
  it('are told others on the same side of the aisle, and standing places are never alone', () => {
    const from = hall([seatSection({ rows: [spaced([0, 50, 50, 120, 50, 50], 0)] }), standing()]);
    expect(judgeLoneSeats(from, [1])).toEqual({ lone: [0, 2], instead: [0] });
    expect(judgeLoneSeats(from, [0, 1])).toBeUndefined();
    expect(judgeLoneSeats(from, [101])).toBeUndefined();
  });
});
