/** What can be wrong with a drawing; the list is closed. */
export const PLAN_PROBLEMS = [
  'no-places',
  'too-many-places',
  'too-many-parts',
  'bad-text',
  'same-category',
  'same-section',
  'same-row',
  'same-seat',
  'same-number',
  'bad-number',
  'unknown-category',
  'unknown-companion',
  'places-overlap',
  'out-of-reach',
  'weak-color',
  'empty-row',
] as const;
export type PlanProblemCode = (typeof PLAN_PROBLEMS)[number];

/** What can be wrong with a file or a body that should hold a plan, before there is a drawing; the list is closed. */
export const PLAN_FILE_PROBLEMS = ['wrong-shape', 'same-guid', 'used-number'] as const;
export type PlanFileProblemCode = (typeof PLAN_FILE_PROBLEMS)[number];

/** One thing that is wrong with a drawing, or with what should become one. */
export interface PlanProblem {
  readonly code: PlanProblemCode | PlanFileProblemCode;
  /** `error`: the plan cannot be published. `warning`: it can. */
  readonly severity: 'error' | 'warning';
  /** One sentence for people: what is wrong and where. */
  readonly message: string;
  /** Where, as a JSON pointer into the drawing or the file. */
  readonly at: string;
  /** The numbers of the places that it is about; at most 50. */
  readonly numbers?: readonly number[];
}

/** Problems of one kind that are told; more of them say nothing new. */
const MOST_OF_A_KIND = 20;
const MOST_NUMBERS = 50;

/** Collects problems; of each kind the first ones. */
export class Problems {
  private readonly found = new Map<PlanProblemCode, PlanProblem[]>();

  add(code: PlanProblemCode, at: string, message: string, numbers?: readonly number[]): void {
    const severity = code === 'weak-color' || code === 'empty-row' ? 'warning' : 'error';
    const alike = this.found.get(code) ?? [];
    if (alike.length >= MOST_OF_A_KIND) return;
    alike.push({ code, severity, message, at, ...(numbers && { numbers: numbers.slice(0, MOST_NUMBERS) }) });
    this.found.set(code, alike);
  }

  /** Whether more problems of this kind would not be told. */
  isFull(code: PlanProblemCode): boolean {
    return (this.found.get(code)?.length ?? 0) >= MOST_OF_A_KIND;
  }

  get list(): readonly PlanProblem[] {
    return PLAN_PROBLEMS.flatMap((code) => this.found.get(code) ?? []);
  }
}
