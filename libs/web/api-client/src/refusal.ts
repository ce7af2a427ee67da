import { bodyOf } from './answer-body';
import type { ErrorCode } from './generated/models';
import type { ClientCode } from './problem-words';

/** A failure that the site finds out by itself; `readProblem` reads it like one of the API. */
export class ClientProblem extends Error {
  constructor(readonly code: ClientCode) {
    super(code);
  }
}

/** Whether a call was refused with this code. Knows no words: the frame asks here, so that it can start without them. */
export function isRefusedAs(code: ErrorCode, error: unknown): boolean {
  return bodyOf(error)['code'] === code;
}
