import { PlanDrawing } from '@modex/domain';
import { templateDrawing } from './templates';

/** Somebody who edits plans. */
export const EDITOR = 'a'.repeat(24);
export const OTHER = 'b'.repeat(24);

/** A drawing without a problem: ten rows of twenty seats. */
export function testDrawing(changes: Partial<PlanDrawing> = {}): PlanDrawing {
  return { name: 'Great hall', venue: null, ...templateDrawing('rows'), ...changes };
}
