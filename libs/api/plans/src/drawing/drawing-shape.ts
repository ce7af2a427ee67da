import { PlanDrawing, PlanProblem } from '@modex/domain';
import Ajv2020 from 'ajv/dist/2020';
import { DRAWING_SCHEMA } from './drawing-schema';
import { planRefused } from './plan-refused';
import { shapeProblem } from './shape-problem';

const ajv = new Ajv2020({ discriminator: true, allowUnionTypes: true });
const isDrawing = ajv.compile<PlanDrawing & { readonly $schema?: string }>(DRAWING_SCHEMA);

/**
 * What was parsed, as a drawing; its first fault ends the check, so that hostile bodies cost little.
 * @param within the pointer of the drawing in the body
 * @throws DomainError `plan-has-problems` when it has another shape
 */
export function readDrawing(parsed: unknown, within = ''): PlanDrawing {
  if (!isDrawing(parsed)) throw planRefused(isDrawing.errors?.map((error) => toProblem(error, parsed, within)) ?? []);
  const drawing: { $schema?: string } & PlanDrawing = { ...parsed };
  delete drawing.$schema;
  return drawing;
}

function toProblem(error: Parameters<typeof shapeProblem>[0], parsed: unknown, within: string): PlanProblem {
  const problem = shapeProblem(error, parsed);
  return { ...problem, at: within + problem.at };
}
