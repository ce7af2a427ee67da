import { max, maxLength, min, required, SchemaPathTree, validate, hidden } from '@angular/forms/signals';
import { CreateShowDto } from '@modex/web-api-client';

/** The two ways to say how large a house is. */
export const HOUSE_PLANS = ['total', 'grid'] as const;
export type HousePlanKind = (typeof HOUSE_PLANS)[number];

/** Limits of the API that the form can tell before asking it. */
export const SHOW_LIMITS = {
  title: 200,
  venue: 200,
  description: 2000,
  seats: 100_000,
  rows: 2000,
  perRow: 1000,
} as const;

/** A show as it is being written. `startTime`: local, as `datetime-local` writes it ("2026-12-12T19:30"). */
export interface ShowDraft {
  readonly title: string;
  readonly venue: string;
  readonly description: string;
  readonly startTime: string;
  readonly plan: HousePlanKind;
  readonly totalSeats: number | null;
  readonly rows: number | null;
  readonly seatsPerRow: number | null;
}

export const EMPTY_DRAFT: ShowDraft = {
  title: '',
  venue: '',
  description: '',
  startTime: '',
  plan: 'grid',
  totalSeats: 120,
  rows: 12,
  seatsPerRow: 16,
};

/** The size of a house as the API takes it. */
export type HouseSize = Pick<CreateShowDto, 'totalSeats' | 'rows' | 'seatsPerRow'>;

/** The size the draft asks for; undefined while it is none that the API would take. */
export function sizeOf({ plan, totalSeats, rows, seatsPerRow }: ShowDraft): HouseSize | undefined {
  if (plan === 'total') return within(totalSeats, SHOW_LIMITS.seats) ? { totalSeats } : undefined;
  if (!within(rows, SHOW_LIMITS.rows) || !within(seatsPerRow, SHOW_LIMITS.perRow)) return undefined;
  return rows * seatsPerRow <= SHOW_LIMITS.seats ? { rows, seatsPerRow } : undefined;
}

/** What is sent: the local time becomes a moment with its zone, empty words are left out. */
export function requestOf(draft: ShowDraft, publish: boolean): CreateShowDto {
  const { title, venue, description, startTime } = draft;
  return {
    title: title.trim(),
    startTime: new Date(startTime).toISOString(),
    ...sizeOf(draft),
    ...(venue.trim() ? { venue: venue.trim() } : {}),
    ...(description.trim() ? { description: description.trim() } : {}),
    publish,
  };
}

/** What a draft must fulfil before it is sent. `now`: milliseconds since 1970. */
export function draftRules(path: SchemaPathTree<ShowDraft>, now: () => number): void {
  required(path.title, { message: 'Give the show a title.' });
  maxLength(path.title, SHOW_LIMITS.title, { message: `At most ${SHOW_LIMITS.title} characters.` });
  maxLength(path.venue, SHOW_LIMITS.venue, { message: `At most ${SHOW_LIMITS.venue} characters.` });
  maxLength(path.description, SHOW_LIMITS.description, { message: `At most ${SHOW_LIMITS.description} characters.` });
  required(path.startTime, { message: 'Say when it starts.' });
  validate(path.startTime, ({ value }) =>
    value() && Date.parse(value()) <= now() ? { kind: 'past', message: 'This time has passed.' } : undefined,
  );
  sizeRules(path);
}

function sizeRules(path: SchemaPathTree<ShowDraft>): void {
  hidden(path.totalSeats, { when: ({ valueOf }) => valueOf(path.plan) !== 'total' });
  hidden(path.rows, { when: ({ valueOf }) => valueOf(path.plan) !== 'grid' });
  hidden(path.seatsPerRow, { when: ({ valueOf }) => valueOf(path.plan) !== 'grid' });
  atLeastOne(path.totalSeats, SHOW_LIMITS.seats, 'seats');
  atLeastOne(path.rows, SHOW_LIMITS.rows, 'rows');
  atLeastOne(path.seatsPerRow, SHOW_LIMITS.perRow, 'seats in a row');
  validate(path.seatsPerRow, ({ value, valueOf }) =>
    (value() ?? 0) * (valueOf(path.rows) ?? 0) > SHOW_LIMITS.seats
      ? { kind: 'tooLarge', message: `A house has at most ${SHOW_LIMITS.seats.toLocaleString('en-GB')} seats.` }
      : undefined,
  );
}

function atLeastOne(path: SchemaPathTree<number | null>, most: number, what: string): void {
  const message = `A whole number of ${what}, from 1 to ${most.toLocaleString('en-GB')}.`;
  required(path, { message });
  min(path, 1, { message });
  max(path, most, { message });
  validate(path, ({ value }) => (Number.isInteger(value() ?? 1) ? undefined : { kind: 'whole', message }));
}

function within(value: number | null, most: number): value is number {
  return value !== null && Number.isInteger(value) && value >= 1 && value <= most;
}
