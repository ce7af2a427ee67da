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
  const before = allNumbersOf(from);
  const kept = before.filter((number) => to.place(number) !== undefined);
  const renamed = kept.filter((number) => !hasOneName(from, to, number));
  const isRenamed = new Set(renamed);
  return {
    added: allNumbersOf(to).filter((number) => from.place(number) === undefined),
    vanishing: before.filter((number) => to.place(number) === undefined),
    renamed,
    recategorised: kept.filter((number) => !isRenamed.has(number) && !hasOneCategory(from, to, number)),
  };
}

/** The numbers of all places of a plan, in ascending order. */
function allNumbersOf({ size, numberAt }: Plan): readonly number[] {
  return Array.from({ length: size }, (_, index) => numberAt(index));
}

function hasOneName(from: Plan, to: Plan, number: number): boolean {
  return printed(from.place(number) as Place) === printed(to.place(number) as Place);
}

function hasOneCategory(from: Plan, to: Plan, number: number): boolean {
  return from.place(number)?.category === to.place(number)?.category;
}

/** All that a ticket and the stored seat say of where it is. */
function printed(place: Place): string {
  const { section, rowNumber, seatNumber, name } = nameSeat('', place);
  return JSON.stringify([section, rowNumber, seatNumber, name, printedNumber(place) === undefined && place.label]);
}
