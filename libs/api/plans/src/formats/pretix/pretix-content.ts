import { LIMITS, PlanProblem } from '@modex/domain';
import { errorAt, planRefused } from '../../drawing/plan-refused';
import { PretixPlan, PretixRow, PretixSeat, PretixZone } from './pretix-format';
import { fullName } from './pretix-rows';
import { rowNamed, seatNamed } from './pretix-words';

/** Problems of one kind that are told. */
const MOST = 20;

/** A seat of a file with where it is: its pointers are made when they are told. */
class Found {
  constructor(
    readonly zone: PretixZone,
    readonly row: PretixRow,
    readonly seat: PretixSeat,
    private readonly path: readonly [zone: number, row: number, seat: number],
  ) {}

  get zoneAt(): string {
    return `/zones/${this.path[0]}`;
  }

  get rowAt(): string {
    return `${this.zoneAt}/rows/${this.path[1]}`;
  }

  get seatAt(): string {
    return `${this.rowAt}/seats/${this.path[2]}`;
  }
}

/**
 * What the shape of a file cannot say: categories that are there, guids that are there once, seats within reach, and how many
 * seats.
 * @throws DomainError `plan-has-problems`
 */
export function checkContent(plan: PretixPlan): void {
  const count = plan.zones.reduce((sum, { rows }) => sum + rows.reduce((seats, row) => seats + row.seats.length, 0), 0);
  if (count === 0) throw planRefused([errorAt('no-places', '/zones', noSeats('no seats'))]);
  if (count > LIMITS.seatsPerShow) throw planRefused([errorAt('too-many-places', '/zones', noSeats(`${count} seats`))]);
  const problems = [...unknownCategories(plan), ...sameGuids(plan), ...farSeats(plan)];
  if (problems.length > 0) throw planRefused(problems);
}

function noSeats(has: string): string {
  return `The plan has ${has}; 1 to ${LIMITS.seatsPerShow.toLocaleString('en')} are possible.`;
}

function unknownCategories(plan: PretixPlan): readonly PlanProblem[] {
  const known = new Set(plan.categories.map(({ name }) => name));
  return firstOf(plan, ({ row, seat, seatAt }) =>
    known.has(seat.category)
      ? undefined
      : errorAt(
          'unknown-category',
          `${seatAt}/category`,
          `The category "${seat.category.slice(0, 100)}" of seat ${shortName(row, seat)} is not among the categories of the plan.`,
        ),
  );
}

function sameGuids(plan: PretixPlan): readonly PlanProblem[] {
  const known = new Map<string, Found>();
  return firstOf(plan, (found) => {
    const { seat_guid: guid } = found.seat;
    if (guid === '') return undefined;
    const other = known.get(guid);
    known.set(guid, found);
    if (other === undefined) return undefined;
    const message = `The seat_guid "${guid.slice(0, 100)}" is used by two seats: ${longName(other)} and ${longName(found)}.`;
    return errorAt('same-guid', `${found.seatAt}/seat_guid`, message);
  });
}

function farSeats(plan: PretixPlan): readonly PlanProblem[] {
  return firstOf(plan, (found) => {
    const { zone, row, seat } = found;
    for (const axis of ['x', 'y'] as const) {
      const [ofSeat, ofRow, ofZone] = [seat.position[axis], row.position?.[axis] ?? 0, zone.position[axis]];
      const value = ofSeat + ofRow + ofZone;
      if (Math.abs(value) <= LIMITS.planReach) continue;
      const isFar = (part: number): boolean => Math.abs(part) > LIMITS.planReach;
      const parts = [
        [ofSeat, found.seatAt],
        [ofRow, found.rowAt],
        [ofZone, found.zoneAt],
      ] as const;
      // Where the sum alone is too far, the seat is where to look.
      const [told, pointer] = parts.find(([part]) => isFar(part)) ?? [value, found.seatAt];
      const limit = LIMITS.planReach.toLocaleString('en');
      const message = `Seat ${shortName(row, seat)} lies far outside any hall (${axis} is ${told}); positions go from -${limit} to ${limit}.`;
      return errorAt('out-of-reach', `${pointer}/position/${axis}`, message);
    }
    return undefined;
  });
}

/** The first problems that are found seat by seat. */
function firstOf(plan: PretixPlan, problemOf: (found: Found) => PlanProblem | undefined): readonly PlanProblem[] {
  const problems: PlanProblem[] = [];
  plan.zones.forEach((zone, z) =>
    zone.rows.forEach((row, r) =>
      row.seats.forEach((seat, s) => {
        if (problems.length >= MOST) return;
        const problem = problemOf(new Found(zone, row, seat, [z, r, s]));
        if (problem !== undefined) problems.push(problem);
      }),
    ),
  );
  return problems;
}

function shortName({ row_number: row }: PretixRow, { seat_number: seat }: PretixSeat): string {
  return `${row}${seat}`.slice(0, 100);
}

function longName({ row, seat }: Found): string {
  const { word = 'Seat', label } = seatNamed(row.seat_label, seat.seat_number);
  return `${fullName(rowNamed(row))} ${word === '' ? label : `${word} ${label}`}`.slice(0, 200);
}
