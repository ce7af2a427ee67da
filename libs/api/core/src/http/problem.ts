import { DomainError, ErrorCode } from '@modex/domain';
import { HttpException } from '@nestjs/common';
import { isStorageFault } from '../persistence/storage-fault';
import { problemType } from './api-problems';
import { ProblemResponse } from './problem.response';
import { PROBLEMS, statusOf } from './problems';

/** Codes that the framework's own refusals get, by their HTTP status. */
const CODE_BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'malformed-body',
  // An attempt to leave the folder of the files learns nothing about what is there.
  403: 'not-found',
  404: 'not-found',
  408: 'request-timeout',
  413: 'payload-too-large',
  414: 'uri-too-long',
  415: 'unsupported-media-type',
  416: 'range-not-satisfiable',
  431: 'headers-too-large',
};

/** Refusals of the framework that have the status of another kind. */
const CODE_BY_NAME: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_BAD_URL: 'malformed-request',
};

/** The content of the answer to this error. */
export function toProblem(error: DomainError, requestId: string): ProblemResponse {
  return {
    type: problemType(error.code),
    title: PROBLEMS[error.code].title,
    status: statusOf(error),
    code: error.code,
    detail: error.detail,
    requestId,
    ...(error.facts as Partial<ProblemResponse>),
  };
}

/** Any thrown value as an error of the closed list; unforeseen ones are `internal`. */
export function toDomainError(thrown: unknown): DomainError {
  if (thrown instanceof DomainError) return thrown;
  if (isStorageFault(thrown)) {
    const detail = 'The database cannot be reached at the moment; try again in a few seconds with the same key.';
    return new DomainError('storage-unavailable', detail, { retryAfter: 2 });
  }
  const code = frameworkCode(thrown);
  if (code !== undefined) return plainError(code);
  return new DomainError('internal', 'Something went wrong on our side; name the request id when you ask for help.');
}

/** An error with no further detail than its title. */
export function plainError(code: ErrorCode): DomainError {
  return new DomainError(code, `${PROBLEMS[code].title}.`);
}

/** The code of a refusal by Nest (unknown route), Fastify (parser, router) or one of its plugins (files). */
function frameworkCode(thrown: unknown): ErrorCode | undefined {
  if (thrown instanceof HttpException) return CODE_BY_STATUS[thrown.getStatus()];
  if (!(thrown instanceof Error)) return undefined;
  const { code, statusCode } = thrown as Error & { code?: string; statusCode?: number };
  return CODE_BY_NAME[code ?? ''] ?? CODE_BY_STATUS[statusCode ?? 0];
}
