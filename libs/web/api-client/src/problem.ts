import { HttpErrorResponse } from '@angular/common/http';
import { EntryProblemResponse } from './generated/models/entry-problem-response';
import { MoneyResponse } from './generated/models/money-response';
import { bodyOf, Facts, isFacts } from './answer-body';
import { PROBLEM_WORDS, ProblemCode, ProblemWords } from './problem-words';
import { ClientProblem } from './refusal';

/** One field of a form that was refused, with the API's reason. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/**
 * A failed call, ready to be shown. `seatIds`: the seats it is about; `retryAfter`: seconds to wait before asking
 * again; `requestId`: what support needs to find it; `largest`: how many can still sit together; `insteadSeatIds`: seats for
 * as many that leave no seat alone; `total`, `seenTotal`: what the seats cost now, and what the customer saw; `limit`,
 * `bought`: how many seats a customer may have, and how many this one has; `entry`: when and at which door somebody was let in
 * with the ticket. Facts that the answer did not carry are empty.
 */
export interface Problem extends ProblemWords {
  readonly code: ProblemCode;
  readonly status: number;
  readonly detail: string;
  readonly requestId: string;
  readonly seatIds: readonly string[];
  readonly fields: readonly FieldProblem[];
  readonly retryAfter: number | undefined;
  readonly largest: number | undefined;
  readonly insteadSeatIds: readonly string[];
  readonly total: MoneyResponse | undefined;
  readonly seenTotal: MoneyResponse | undefined;
  readonly limit: number | undefined;
  readonly bought: number | undefined;
  readonly entry: EntryProblemResponse | undefined;
}

/** A failure that the site finds out without a call of its own, in the words of the table. */
export function problemOf(code: ProblemCode): Problem {
  return { ...PROBLEM_WORDS[code], code, ...factsOf({}), status: 0, retryAfter: undefined };
}

/** Failures that may pass, or that leave the outcome unknown: asking again with the same key is right. */
const WORTH_ASKING_AGAIN: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'unreachable',
  'in-progress',
  'hold-changing',
  'too-many-requests',
  'storage-unavailable',
  'overloaded',
]);

/** Whether the same request, with the same key, may get another answer. */
export function isWorthAskingAgain(problem: Pick<Problem, 'code'>): boolean {
  return WORTH_ASKING_AGAIN.has(problem.code);
}

/** Makes a problem of whatever a call of the API threw. Never throws; what it cannot read becomes `unexpected`. */
export function readProblem(error: unknown): Problem {
  const answer = error instanceof HttpErrorResponse ? error : undefined;
  const body = bodyOf(error);
  const code = error instanceof ClientProblem ? error.code : codeOf(answer, body);
  return {
    ...PROBLEM_WORDS[code],
    code,
    ...factsOf(body),
    status: answer?.status ?? 0,
    retryAfter: secondsOf(body['retryAfter'] ?? answer?.headers.get('Retry-After')),
  };
}

function factsOf(body: Facts): Omit<Problem, keyof ProblemWords | 'code' | 'status' | 'retryAfter'> {
  return {
    detail: textOf(body['detail']),
    requestId: textOf(body['requestId']),
    seatIds: textsOf(body['seatIds']),
    fields: listOf(body['fields']).flatMap(fieldOf),
    largest: numberOf(body['largest']),
    insteadSeatIds: textsOf(body['insteadSeatIds']),
    total: moneyOf(body['total']),
    seenTotal: moneyOf(body['seenTotal']),
    limit: numberOf(body['limit']),
    bought: numberOf(body['bought']),
    entry: entryOf(body['entry']),
  };
}

function isProblemCode(code: unknown): code is ProblemCode {
  return typeof code === 'string' && Object.hasOwn(PROBLEM_WORDS, code);
}

function codeOf(answer: HttpErrorResponse | undefined, body: Facts): ProblemCode {
  if (isProblemCode(body['code'])) return body['code'];
  if (answer?.status === 0 || answer?.status === 504) return 'unreachable';
  return 'unexpected';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textsOf(value: unknown): readonly string[] {
  return listOf(value).filter((text) => typeof text === 'string');
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function moneyOf(value: unknown): MoneyResponse | undefined {
  if (!isFacts(value)) return undefined;
  const { amount, currency } = value;
  return typeof amount === 'number' && typeof currency === 'string' ? { amount, currency } : undefined;
}

function entryOf(value: unknown): EntryProblemResponse | undefined {
  if (!isFacts(value)) return undefined;
  const [at, door] = [textOf(value['at']), textOf(value['door'])];
  return at === '' ? undefined : { at, door: door || null };
}

function fieldOf(value: unknown): FieldProblem[] {
  if (!isFacts(value)) return [];
  return [{ field: textOf(value['field']), message: textOf(value['message']) }];
}

function secondsOf(value: unknown): number | undefined {
  const seconds = typeof value === 'string' ? Number(value) : value;
  return typeof seconds === 'number' && Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}
