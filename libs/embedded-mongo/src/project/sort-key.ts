import { fault, locationFault } from '../errors';
import { type Path, type Segment } from '../match/path';
import { type Doc, isDoc } from '../values';

const AMBIGUOUS_NAME = 16746;

/** How far a path has been followed: the value reached and the segment that comes next. */
type Step = { readonly path: Path; readonly value: unknown; readonly next: number; readonly isFinal: boolean };

/**
 * The values that a document has at several paths, as an index keeps them: one row for each item of an array that the
 * paths go through or end at. A missing field is null; an empty array at the end of a path is `undefined`.
 *
 * Throws BadValue (2) when the paths meet two different arrays.
 */
export function keyRows(doc: Doc, paths: readonly Path[]): readonly (readonly unknown[])[] {
  return expand(paths.map((path) => ({ path, value: doc, next: 0, isFinal: false })));
}

function expand(steps: readonly Step[]): readonly (readonly unknown[])[] {
  const walked = steps.map(walk);
  const arrays = new Set(walked.filter((step) => !step.isFinal).map((step) => step.value as readonly unknown[]));
  const [items, another] = arrays;
  if (another !== undefined) throw fault('BadValue', 'cannot sort with keys that are parallel arrays');
  if (items === undefined) return [walked.map((step) => step.value)];
  // An empty array counts as one item that is not there.
  const entered: readonly unknown[] = items.length === 0 ? [undefined] : items;
  return entered.flatMap((item) => expand(walked.map((step) => (step.isFinal ? step : enter(step, items, item)))));
}

/** Goes through documents as far as the next array or the path's end. */
function walk(step: Step): Step {
  if (step.isFinal) return step;
  let { value, next } = step;
  while (next < step.path.length && isDoc(value)) {
    value = value[(step.path[next] as Segment).key];
    next++;
  }
  if (Array.isArray(value)) return { ...step, value, next };
  const reached = next === step.path.length && value !== undefined;
  return { ...step, value: reached ? value : null, next, isFinal: true };
}

function enter(step: Step, items: readonly unknown[], item: unknown): Step {
  const segment = step.path[step.next];
  if (segment === undefined) return { ...step, value: item, isFinal: true };
  if (segment.index >= 0 && segment.index < items.length) {
    if (items.some((other) => isDoc(other) && other[segment.key] !== undefined)) {
      throw locationFault(AMBIGUOUS_NAME, `Ambiguous field name found in array: '${segment.name}'`);
    }
    return walkFrom(step, items[segment.index]);
  }
  return isDoc(item) ? { ...step, value: item } : { ...step, value: null, isFinal: true };
}

function walkFrom(step: Step, value: unknown): Step {
  const next = step.next + 1;
  if (next === step.path.length && !Array.isArray(value)) return { ...step, value, next, isFinal: true };
  return { ...step, value, next };
}
