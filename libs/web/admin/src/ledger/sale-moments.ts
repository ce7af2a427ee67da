/** A moment of a sale, ISO 8601; undefined for now. */
export type SaleMoment = string | undefined;

/** Number of steps for a sale of which not every booking is known. */
const EVEN_STEPS = 200;
/** The most pictures of a replay, and the fewest, unless the sale has fewer steps. */
const PICTURES = 60;
const FEWEST_PICTURES = 8;
/** About the most seats that a replay may read, since each of its pictures is a map of all seats. */
const REPLAYED_SEATS = 60_000;

/**
 * The steps of a sale, booking by booking: the plan just before each of them, then now. `times`: when the bookings
 * were made (ISO 8601), in any order.
 */
export function bookingSteps(times: readonly string[]): readonly SaleMoment[] {
  const before = times.map((time) => Date.parse(time) - 1);
  return [...[...new Set(before)].sort((one, other) => one - other).map(write), undefined];
}

/** The steps of a long sale, evenly from `start` to `end` (milliseconds since 1970), then now. */
export function evenSteps(start: number, end: number): readonly SaleMoment[] {
  const length = Math.max(0, end - start);
  const steps = Array.from({ length: EVEN_STEPS }, (_, at) => write(start + Math.floor((length * at) / EVEN_STEPS)));
  return [...steps, undefined];
}

/** The last step that is not after `moment`; the first one for moments before the sale. */
export function stepAt(steps: readonly SaleMoment[], moment: SaleMoment): number {
  if (moment === undefined) return steps.length - 1;
  const later = steps.findIndex((step) => step === undefined || Date.parse(step) > Date.parse(moment));
  return Math.max(0, later - 1);
}

/** How many steps a replay advances at a time, by the number of its steps and of the show's seats. */
export function strideOf(steps: number, seats: number): number {
  const affordable = Math.floor(REPLAYED_SEATS / Math.max(1, seats));
  return Math.ceil(steps / Math.max(FEWEST_PICTURES, Math.min(PICTURES, affordable)));
}

function write(moment: number): string {
  return new Date(moment).toISOString();
}
