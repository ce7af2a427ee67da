import { HttpErrorResponse } from '@angular/common/http';

/** What an answer carries, before anybody has looked at it. */
export type Facts = Readonly<Record<string, unknown>>;

/** The facts in the answer of a call that failed; none where there was no answer, or none that can be read. */
export function bodyOf(error: unknown): Facts {
  const body: unknown = error instanceof HttpErrorResponse ? error.error : undefined;
  if (typeof body === 'string') return parsed(body);
  return isFacts(body) ? body : {};
}

export function isFacts(value: unknown): value is Facts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): Facts {
  try {
    const value: unknown = JSON.parse(text);
    return isFacts(value) ? value : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
