import { ArgumentsHost, Catch, ExceptionFilter, Logger } from '@nestjs/common';
import { ErrorCode } from '@modex/domain';
import { FastifyReply, FastifyRequest } from 'fastify';
import { SecurityLog } from '../security/security-log';
import { toDomainError, toProblem } from './problem';
import { PROBLEM_JSON } from './problem.response';
import { accountOf } from './request-account';

/** Refusals that ordinary use never leads to. */
const REFUSALS: readonly ErrorCode[] = ['forbidden', 'cross-site-request'];

/** Turns every error into problem+json. The answer has no internal details; the log has the cause. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  constructor(private readonly log: SecurityLog) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const error = toDomainError(thrown);
    const problem = toProblem(error, request.id);
    if (problem.status >= 500 && !isExpected(error.code, reply)) {
      this.logger.error(`${request.method} ${request.url} ${request.id} ${error.code}`, stackOf(thrown));
    }
    if (REFUSALS.includes(error.code)) this.recordRefusal(request, error.code);
    if (problem.retryAfter !== undefined) void reply.header('Retry-After', String(problem.retryAfter));
    void reply.status(problem.status).type(PROBLEM_JSON).send(problem);
  }

  private recordRefusal(request: FastifyRequest, code: ErrorCode): void {
    const { id: requestId, ip: address, method, routeOptions } = request;
    const route = `${method} ${routeOptions.url ?? ''}`;
    this.log.record('refused', { userId: accountOf(request), address, route, code, requestId });
  }
}

/**
 * Not logged here: refusals by a full server, which come by the thousand and are logged by the limit itself now and then;
 * and a database that was closed at the end of the process, for requests whose connection had already ended.
 */
function isExpected(code: ErrorCode, reply: FastifyReply): boolean {
  return code === 'overloaded' || (code === 'storage-unavailable' && reply.raw.destroyed);
}

function stackOf(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
}
