import { DrawnPlace, DrawnRow, drawnPlan, PLAN_WORDS, SeatSection } from '@modex/domain';
import { ShowPlan } from '../show-plan';

const STALLS = { rows: 10, seats: 20 };
const BALCONY = { rows: 5, seats: 24 };
const PIT = 80;

/** A plan of 400 places with all that the map can show: bent rows, two categories, wheelchair places, a pit to stand in, a bar. */
export function arena(): ShowPlan {
  const stalls = section('stalls', 'Stalls', { x: 900, y: 900 }, STALLS, 0);
  const balcony = section('balcony', 'Balcony', { x: 900, y: 2000 }, BALCONY, STALLS.rows * STALLS.seats);
  const pit = {
    ...({ kind: 'standing', key: 'pit', name: 'Pit', x: 500, y: 300, width: 800, height: 320, rotation: 0 } as const),
    ...{ category: 'near', numbers: [{ first: 320, count: PIT }] },
  };
  const plan = drawnPlan({
    ...{ name: 'Arena', venue: null, width: 2000, height: 2800, words: PLAN_WORDS, nextNumber: 400 },
    categories: [
      { key: 'near', name: 'Near', color: '#b3541e' },
      { key: 'far', name: 'Far', color: '#2f6fb3' },
    ],
    stage: { kind: 'rectangle', x: 500, y: 0, width: 800, height: 160, rotation: 0 },
    decorations: [
      {
        kind: 'ellipse',
        x: 150,
        y: 500,
        radiusX: 110,
        radiusY: 110,
        rotation: 0,
        text: { text: 'Bar', x: 0, y: 0, size: 60 },
      },
    ],
    sections: [stalls, balcony, pit],
  });
  return new ShowPlan(plan, '0123456789abcdef');
}

function section(
  key: string,
  name: string,
  at: { readonly x: number; readonly y: number },
  size: typeof STALLS,
  first: number,
): SeatSection {
  const rows = Array.from({ length: size.rows }, (_, row) =>
    rowOf(String.fromCharCode(65 + row), { row, seats: size.seats, first: first + row * size.seats, name }),
  );
  return { kind: 'seats', key, name, ...at, rotation: 0, rows };
}

function rowOf(
  label: string,
  { row, seats, first, name }: { row: number; seats: number; first: number; name: string },
): DrawnRow {
  const places = Array.from({ length: seats }, (_, at): DrawnPlace => {
    const off = at - (seats - 1) / 2;
    return {
      ...{ number: first + at, label: `${at + 1}`, x: off * 60, y: row * 80 - off * off * 1.4 },
      category: name === 'Stalls' && row < 5 ? 'near' : 'far',
      ...(name === 'Stalls' && row === 9 && (at < 2 || at > 17) ? { wheelchair: true as const } : {}),
      ...(name === 'Balcony' && at === 0 ? { restrictedView: true as const } : {}),
    };
  });
  return { label, x: 0, y: 0, places };
}
