import { LIMITS, numbersOf, PlanDrawing, PlanProblem } from '@modex/domain';
import { errorAt } from './plan-refused';

/** Problems of this kind that are told. */
const MOST = 20;

/** The drawing with a `nextNumber` above all its numbers, which is never lower than it was before. */
export function withNextNumber(drawing: PlanDrawing, before: number): PlanDrawing {
  let next = Math.max(before, drawing.nextNumber);
  eachNumber(drawing, (number) => (next = Math.max(next, number + 1)));
  return { ...drawing, nextNumber: Math.min(next, LIMITS.placeNumber) };
}

/**
 * Numbers that a version before the last one had: they name places that are gone, and are never given to others.
 * @param last the published version that the drawing follows
 */
export function usedNumbers(drawing: PlanDrawing, last: PlanDrawing): readonly PlanProblem[] {
  const known = new Set<number>();
  eachNumber(last, (number) => known.add(number));
  const problems: PlanProblem[] = [];
  eachNumber(drawing, (number, at) => {
    if (number >= last.nextNumber || known.has(number) || problems.length >= MOST) return;
    const message = `The number ${number} belongs to a place that is gone; give the new place one from ${last.nextNumber} on.`;
    problems.push({ ...errorAt('used-number', at, message), numbers: [number] });
  });
  return problems;
}

function eachNumber({ sections }: PlanDrawing, told: (number: number, at: string) => void): void {
  sections.forEach((section, s) => {
    if (section.kind === 'standing') {
      for (const number of numbersOf(section)) told(number, `/sections/${s}/numbers`);
      return;
    }
    section.rows.forEach((row, r) =>
      row.places.forEach(({ number }, p) => told(number, `/sections/${s}/rows/${r}/places/${p}/number`)),
    );
  });
}
