import { ArgumentsHost, Catch, ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { DomainError, ErrorCode } from '@modex/domain';
import { FastifyReply, FastifyRequest } from 'fastify';
import { isStorageFault } from '../persistence/storage-fault';
import { problemType } from './api-problems';
import { ProblemResponse } from './problem.response';
import { PROBLEMS, statusOf } from './problems';

/** Codes that the framework's own refusals get, by their HTTP status. */
const CODE_BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'malformed-body',
  404: 'not-found',
  413: 'payload-too-large',
  415: 'unsupported-media-type',
};

/** Turns whatever was thrown into problem+json. Says nothing of the inside; the log has the cause. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const error = toDomainError(thrown);
    const problem = toProblem(error, request.id);
    if (problem.status >= 500) {
      this.logger.error(`${request.method} ${request.url} ${request.id} ${error.code}`, stackOf(thrown));
    }
    if (problem.retryAfter !== undefined) void reply.header('Retry-After', String(problem.retryAfter));
    void reply.status(problem.status).type('application/problem+json').send(problem);
  }
}

function toProblem(error: DomainError, requestId: string): ProblemResponse {
  return {
    type: problemType(error.code),
    title: PROBLEMS[error.code].title,
    status: statusOf(error),
    code: error.code,
    detail: error.detail,
    requestId,
    ...(error.facts as Pick<ProblemResponse, 'seatIds' | 'fields' | 'retryAfter'>),
  };
}

function toDomainError(thrown: unknown): DomainError {
  if (thrown instanceof DomainError) return thrown;
  if (isStorageFault(thrown)) {
    const detail = 'The database cannot be reached at the moment; try again in a few seconds with the same key.';
    return new DomainError('storage-unavailable', detail, { retryAfter: 2 });
  }
  const status = frameworkStatus(thrown);
  const code = status === undefined ? undefined : CODE_BY_STATUS[status];
  if (code !== undefined) return new DomainError(code, `${PROBLEMS[code].title}.`);
  return new DomainError('internal', 'Something went wrong on our side; name the request id when you ask for help.');
}

/** Status of a refusal by Nest (unknown route) or Fastify (body parser). */
function frameworkStatus(thrown: unknown): number | undefined {
  if (thrown instanceof HttpException) return thrown.getStatus();
  if (thrown instanceof Error && 'statusCode' in thrown && typeof thrown.statusCode === 'number') {
    return thrown.statusCode;
  }
  return undefined;
}

function stackOf(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
}
