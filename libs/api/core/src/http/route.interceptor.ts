import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, Observable } from 'rxjs';
import { DatabaseWatchdog } from '../persistence/database-watchdog';
import { RATE_LIMIT } from '../rate-limits/rate-limit';
import { RateLimitClassName } from '../rate-limits/rate-limit-classes';
import { RateLimitGate } from '../rate-limits/rate-limit-gate';
import { factsOf, RECORDED } from '../security/recorded';
import { SecurityEvent, SecurityLog } from '../security/security-log';
import { readRequest } from '../shape/request-shape';
import { RouteShapes, shapesOf } from '../shape/route-shapes';
import { readLargeBody } from './large-body';
import { UNTIMED } from './without-watchdog';

/** What the decorators of a route ask for. */
interface RoutePlan {
  readonly rateLimit: RateLimitClassName | undefined;
  /** Undefined outside of `/api`. */
  readonly shapes: RouteShapes | undefined;
  readonly isTimed: boolean;
  readonly recorded: SecurityEvent | undefined;
}

/**
 * The steps around the method of every route, in this order: its rate limits, reading body and query, the watchdog of the
 * database, and the security log after a success. They are one interceptor, since Nest makes several objects a request for
 * each; what a route asks for is read from its decorators once.
 */
@Injectable()
export class RouteInterceptor implements NestInterceptor {
  private readonly plans = new WeakMap<object, RoutePlan>();

  constructor(
    private readonly reflector: Reflector,
    private readonly limits: RateLimitGate,
    private readonly database: DatabaseWatchdog,
    private readonly log: SecurityLog,
  ) {}

  intercept(context: ExecutionContext, route: CallHandler): Observable<unknown> {
    return from(this.answer(context, () => lastValueFrom(route.handle())));
  }

  private async answer(context: ExecutionContext, call: () => Promise<unknown>): Promise<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const { rateLimit, shapes, isTimed, recorded } = this.planOf(context, request);
    if (rateLimit !== undefined) await this.limits.pass(rateLimit, request, http.getResponse<FastifyReply>());
    const missing = await readLargeBody(request);
    if (shapes !== undefined) readRequest(request, shapes, missing);
    const answer = isTimed ? await this.database.whileItAnswers(call) : await call();
    if (recorded !== undefined) this.log.record(recorded, factsOf(request));
    return answer;
  }

  private planOf(context: ExecutionContext, request: FastifyRequest): RoutePlan {
    const method = context.getHandler();
    const known = this.plans.get(method);
    if (known !== undefined) return known;
    const plan = this.readPlan(context, request);
    this.plans.set(method, plan);
    return plan;
  }

  private readPlan(context: ExecutionContext, { routeOptions }: FastifyRequest): RoutePlan {
    const [method, controller] = [context.getHandler(), context.getClass()];
    const isApi = routeOptions.url?.startsWith('/api/') ?? false;
    return {
      rateLimit: this.reflector.get<RateLimitClassName | undefined>(RATE_LIMIT, method),
      shapes: isApi ? shapesOf(controller, method.name) : undefined,
      isTimed: this.reflector.getAllAndOverride<boolean | undefined>(UNTIMED, [method, controller]) !== true,
      recorded: this.reflector.get<SecurityEvent | undefined>(RECORDED, method),
    };
  }
}
