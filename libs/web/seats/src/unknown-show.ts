import { Problem } from '@modex/web-api-client';

/** Whether a page has no show, since there is none at its address. @param problem why the show could not be read */
export function isUnknownShow(problem: Problem | undefined): boolean {
  const code = problem?.code;
  return code === 'unknown-show' || code === 'not-found' || code === 'validation-failed';
}
