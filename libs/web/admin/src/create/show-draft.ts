import { hidden, max, min, required, SchemaPathTree, validate } from '@angular/forms/signals';
import { isPlainPlan, LIMITS } from '@modex/domain';
import { CreateShowDto } from '@modex/web-api-client';
import { PlanVersion } from '@modex/web-seats';
import { writeNumber } from '@modex/web-ui';
import { PricedShow } from '../details/priced-show';
import { detailRules, detailsOf, emptyDetails, Moments, newShowOf, ShowDetails } from '../details/show-details';
import { priceRules } from '../prices/price-rules';
import { draftOfPrices, emptyPrices, PricesDraft, sentPrices } from '../prices/prices-draft';

/** The ways to say where the seats are: by a drawn plan, or by a size alone. */
export const SEAT_PLAN_KINDS = ['drawn', 'total', 'grid'] as const;
export type SeatPlanKind = (typeof SEAT_PLAN_KINDS)[number];

/** A show as it is being written, with its plan and prices. */
export interface ShowDraft extends ShowDetails {
  readonly prices: PricesDraft;
  readonly plan: SeatPlanKind;
  /** The drawn plan and its version, as `choiceOf` writes them; empty: none yet. */
  readonly chosenPlan: string;
  readonly totalSeats: number | null;
  readonly rows: number | null;
  readonly seatsPerRow: number | null;
}

export function emptyDraft(): ShowDraft {
  const size = { totalSeats: 120, rows: 12, seatsPerRow: 16 };
  return { ...emptyDetails(), prices: emptyPrices(), plan: 'grid', chosenPlan: '', ...size };
}

/** A draft with all that a show has, except its times. */
export function copyOf({ show, categories }: PricedShow): ShowDraft {
  const times = { startTime: '', saleOpensAt: '', saleClosesAt: '' };
  const words = { ...emptyDraft(), ...detailsOf(show), ...times, prices: draftOfPrices(show.prices, categories) };
  if (!isPlainPlan(show.planId)) return { ...words, plan: 'drawn', chosenPlan: choiceOf(show) };
  const { totalSeats, seatsPerRow } = show;
  const rows = totalSeats / seatsPerRow;
  return Number.isInteger(rows)
    ? { ...words, plan: 'grid', rows, seatsPerRow }
    : { ...words, plan: 'total', totalSeats };
}

/** A version of a plan as the value of a control. */
export function choiceOf({ planId, planVersion }: PlanVersion): string {
  return `${planId}/${planVersion}`;
}

/** The drawn plan that was chosen; undefined where none is. */
export function chosenPlanOf({ plan, chosenPlan }: ShowDraft): PlanVersion | undefined {
  const [planId = '', version] = chosenPlan.split('/');
  return plan === 'drawn' && planId !== '' ? { planId, planVersion: Number(version) } : undefined;
}

/** The size of a plan as the API takes it. */
export type LayoutSize = Pick<CreateShowDto, 'totalSeats' | 'rows' | 'seatsPerRow'>;

/** The size the draft asks for; undefined while the API would refuse it. */
export function sizeOf({ plan, totalSeats, rows, seatsPerRow }: ShowDraft): LayoutSize | undefined {
  if (plan === 'drawn') return undefined;
  if (plan === 'total') return within(totalSeats, LIMITS.seatsPerShow) ? { totalSeats } : undefined;
  if (!within(rows, LIMITS.rows) || !within(seatsPerRow, LIMITS.seatsPerRow)) return undefined;
  return rows * seatsPerRow <= LIMITS.seatsPerShow ? { rows, seatsPerRow } : undefined;
}

/** What is sent. `moments`: those that are meant by the times of the draft. */
export function requestOf(draft: ShowDraft, moments: Moments, publish: boolean): CreateShowDto {
  const prices = sentPrices(draft.prices);
  const seats = { ...sizeOf(draft), ...chosenPlanOf(draft) };
  return { ...newShowOf(draft, moments), ...seats, ...(prices ? { prices } : {}), publish };
}

/** What a draft must fulfil before it is sent. */
export function draftRules(path: SchemaPathTree<ShowDraft>): void {
  detailRules(path);
  sizeRules(path);
  hidden(path.chosenPlan, { when: ({ valueOf }) => valueOf(path.plan) !== 'drawn' });
  required(path.chosenPlan, { message: $localize`Choose a plan.` });
  priceRules(path.prices);
}

function sizeRules(path: SchemaPathTree<ShowDraft>): void {
  hidden(path.totalSeats, { when: ({ valueOf }) => valueOf(path.plan) !== 'total' });
  hidden(path.rows, { when: ({ valueOf }) => valueOf(path.plan) !== 'grid' });
  hidden(path.seatsPerRow, { when: ({ valueOf }) => valueOf(path.plan) !== 'grid' });
  const [seats, rows, perRow] = [LIMITS.seatsPerShow, LIMITS.rows, LIMITS.seatsPerRow];
  atLeastOne(path.totalSeats, seats, $localize`A whole number of seats, from 1 to ${writeNumber(seats)}:most:.`);
  atLeastOne(path.rows, rows, $localize`A whole number of rows, from 1 to ${writeNumber(rows)}:most:.`);
  atLeastOne(
    path.seatsPerRow,
    perRow,
    $localize`A whole number of seats in a row, from 1 to ${writeNumber(perRow)}:most:.`,
  );
  validate(path.seatsPerRow, ({ value, valueOf }) =>
    (value() ?? 0) * (valueOf(path.rows) ?? 0) > LIMITS.seatsPerShow
      ? { kind: 'tooLarge', message: $localize`A show has at most ${writeNumber(LIMITS.seatsPerShow)}:most: seats.` }
      : undefined,
  );
}

function atLeastOne(path: SchemaPathTree<number | null>, most: number, message: string): void {
  required(path, { message });
  min(path, 1, { message });
  max(path, most, { message });
  validate(path, ({ value }) => (Number.isInteger(value() ?? 1) ? undefined : { kind: 'whole', message }));
}

function within(value: number | null, most: number): value is number {
  return value !== null && Number.isInteger(value) && value >= 1 && value <= most;
}
