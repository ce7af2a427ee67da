import { Place, Plan } from './plan';
import { nameSeat, printedNumber } from './seat-name';

/** How two versions of a plan differ, by the numbers of their places, in ascending order. */
export interface PlanDifference {
  /** Only in the later version. */
  readonly added: readonly number[];
  /** Only in the earlier version. */
  readonly vanishing: readonly number[];
  /** In both under different names. */
  readonly renamed: readonly number[];
  /** In both under one name, in different categories. */
  readonly recategorised: readonly number[];
}

/** What becomes of the seats of a show that leaves one version of its plan for another. */
export function planDifference(from: Plan, to: Plan): PlanDifference {
  const [vanishing, renamed, recategorised]: [number[], number[], number[]] = [[], [], []];
  for (const number of numbersIn(from)) {
    const [was, is] = [from.place(number) as Place, to.place(number)];
    if (is === undefined) vanishing.push(number);
    else if (printed(was) !== printed(is)) renamed.push(number);
    else if (was.category !== is.category) recategorised.push(number);
  }
  return { added: numbersIn(to).filter((number) => from.indexOf(number) === -1), vanishing, renamed, recategorised };
}

/** The numbers of all places of a plan, in ascending order. */
function numbersIn({ size, numberAt }: Plan): readonly number[] {
  return Array.from({ length: size }, (_, index) => numberAt(index));
}

/** All that a ticket and the stored seat say of where it is. */
function printed(place: Place): string {
  const { section, rowNumber, seatNumber, name } = nameSeat('', place);
  return JSON.stringify([section, rowNumber, seatNumber, name, printedNumber(place) === undefined && place.label]);
}
