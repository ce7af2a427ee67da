import { HttpErrorResponse } from '@angular/common/http';
import { PlanFormat, PlanProblemResponse } from '@modex/web-api-client';

/** Most of a file that is looked at to find out what it is. */
const LOOKED_AT = 4_000;

/** Of which format a file seems to be. */
export async function guessFormat(file: File): Promise<PlanFormat> {
  if (/\.(csv|tsv|txt)$/i.test(file.name)) return 'csv';
  const begin = await textOf(file.slice(0, LOOKED_AT));
  if (!begin.trimStart().startsWith('{')) return 'csv';
  // Our own files say their format, and the others have zones before any section.
  if (/"\$schema"|"sections"|"nextNumber"/.test(begin)) return 'modex';
  return 'pretix';
}

/** What is wrong with a plan that was refused, as the API lists it. */
export function planProblemsOf(error: unknown): readonly PlanProblemResponse[] {
  if (!(error instanceof HttpErrorResponse)) return [];
  const body: unknown = error.error;
  const problems: unknown = typeof body === 'object' && body !== null && 'problems' in body ? body.problems : [];
  return Array.isArray(problems) ? problems.filter(isProblem) : [];
}

function isProblem(value: unknown): value is PlanProblemResponse {
  return typeof value === 'object' && value !== null && 'message' in value && 'at' in value;
}

/** `Blob.text`, which older browsers and tests do not have. */
function textOf(blob: Blob): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => failed(reader.error ?? new DOMException());
    reader.readAsText(blob);
  });
}
