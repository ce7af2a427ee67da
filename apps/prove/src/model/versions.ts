import { Place, PLAIN_CATEGORY, Plan } from '@modex/domain';

/** The plan whose versions the scenarios of switches are about. */
export const DRAWN_PLAN_ID = 'ab'.padEnd(24, '0');

/**
 * The names of its places by their numbers, in each version. In the second one place vanishes, the one behind it takes over
 * its name, and a new one that place's: so each name but the first means another seat than before.
 */
export const VERSIONS: Readonly<Record<number, Readonly<Record<number, string>>>> = {
  1: { 0: '1', 1: '2', 2: '3' },
  2: { 0: '1', 2: '2', 3: '3' },
};

/** Numbers of the places of a version, in order. */
export function numbersIn(version: number): readonly number[] {
  return Object.keys(VERSIONS[version] ?? {}).map(Number);
}

/** A version of the plan. @throws Error for one that there is not */
export function planIn(version: number): Plan {
  const names = VERSIONS[version];
  if (names === undefined) throw new Error(`the plan has no version ${version}`);
  const numbers = numbersIn(version);
  const places = numbers.map((number, at): Place => {
    const where = { section: '', row: 'A', rowOrder: 1, placeInRow: at + 1, at: { x: 50 * at, y: 0 } };
    return { ...where, number, label: names[number] as string, category: PLAIN_CATEGORY.key };
  });
  return {
    size: numbers.length,
    categories: [PLAIN_CATEGORY],
    sections: [{ name: '', rows: [{ label: 'A', places }] }],
    place: (number) => places.find((place) => place.number === number),
    indexOf: (number) => numbers.indexOf(number),
    numberAt: (index) => numbers[index] ?? NaN,
  };
}
