import { PlanDrawing } from '@modex/domain';
import { parseLargeJson } from '@modex/api-core';
import { readDrawing } from '../drawing/drawing-shape';
import { DRAWING_SCHEMA } from '../drawing/drawing-schema';
import { ImportedPlan } from './imported-plan';
import { withoutMark } from './text-of';

/** @throws DomainError `malformed-body`, `payload-too-large`, `plan-has-problems` */
export function importOwnJson(bytes: Buffer): ImportedPlan {
  const drawing = readDrawing(parseLargeJson(withoutMark(bytes)));
  return { drawing, warnings: [], sourceOf: () => undefined };
}

/** A drawing as a file of our own format: nothing is left out. */
export function exportOwnJson(drawing: PlanDrawing): string {
  return JSON.stringify({ $schema: DRAWING_SCHEMA.$id, ...drawing });
}
