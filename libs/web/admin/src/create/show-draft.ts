import { hidden, max, min, required, SchemaPathTree, validate } from '@angular/forms/signals';
import { LIMITS } from '@modex/domain';
import { CreateShowDto } from '@modex/web-api-client';
import { detailRules, emptyDetails, newShowOf, ShowDetails } from '../details/show-details';

/** The two ways to say how large a plan is. */
export const SEAT_PLAN_KINDS = ['total', 'grid'] as const;
export type SeatPlanKind = (typeof SEAT_PLAN_KINDS)[number];

/** A show as it is being written, with the size of its plan. */
export interface ShowDraft extends ShowDetails {
  readonly plan: SeatPlanKind;
  readonly totalSeats: number | null;
  readonly rows: number | null;
  readonly seatsPerRow: number | null;
}

export function emptyDraft(): ShowDraft {
  return { ...emptyDetails(), plan: 'grid', totalSeats: 120, rows: 12, seatsPerRow: 16 };
}

/** The size of a plan as the API takes it. */
export type LayoutSize = Pick<CreateShowDto, 'totalSeats' | 'rows' | 'seatsPerRow'>;

/** The size the draft asks for; undefined while the API would refuse it. */
export function sizeOf({ plan, totalSeats, rows, seatsPerRow }: ShowDraft): LayoutSize | undefined {
  if (plan === 'total') return within(totalSeats, LIMITS.seatsPerShow) ? { totalSeats } : undefined;
  if (!within(rows, LIMITS.rows) || !within(seatsPerRow, LIMITS.seatsPerRow)) return undefined;
  return rows * seatsPerRow <= LIMITS.seatsPerShow ? { rows, seatsPerRow } : undefined;
}

/** What is sent. `startTime`: the moment that is meant. */
export function requestOf(draft: ShowDraft, startTime: string, publish: boolean): CreateShowDto {
  return { ...newShowOf(draft, startTime), ...sizeOf(draft), publish };
}

/** What a draft must fulfil before it is sent. */
export function draftRules(path: SchemaPathTree<ShowDraft>): void {
  detailRules(path);
  sizeRules(path);
}

function sizeRules(path: SchemaPathTree<ShowDraft>): void {
  hidden(path.totalSeats, { when: ({ valueOf }) => valueOf(path.plan) !== 'total' });
  hidden(path.rows, { when: ({ valueOf }) => valueOf(path.plan) !== 'grid' });
  hidden(path.seatsPerRow, { when: ({ valueOf }) => valueOf(path.plan) !== 'grid' });
  const [seats, rows, perRow] = [LIMITS.seatsPerShow, LIMITS.rows, LIMITS.seatsPerRow];
  atLeastOne(path.totalSeats, seats, $localize`A whole number of seats, from 1 to ${written(seats)}:most:.`);
  atLeastOne(path.rows, rows, $localize`A whole number of rows, from 1 to ${written(rows)}:most:.`);
  atLeastOne(
    path.seatsPerRow,
    perRow,
    $localize`A whole number of seats in a row, from 1 to ${written(perRow)}:most:.`,
  );
  validate(path.seatsPerRow, ({ value, valueOf }) =>
    (value() ?? 0) * (valueOf(path.rows) ?? 0) > LIMITS.seatsPerShow
      ? { kind: 'tooLarge', message: $localize`A show has at most ${written(LIMITS.seatsPerShow)}:most: seats.` }
      : undefined,
  );
}

function atLeastOne(path: SchemaPathTree<number | null>, most: number, message: string): void {
  required(path, { message });
  min(path, 1, { message });
  max(path, most, { message });
  validate(path, ({ value }) => (Number.isInteger(value() ?? 1) ? undefined : { kind: 'whole', message }));
}

function written(count: number): string {
  return count.toLocaleString('en-GB');
}

function within(value: number | null, most: number): value is number {
  return value !== null && Number.isInteger(value) && value >= 1 && value <= most;
}
