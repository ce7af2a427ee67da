import { CallHandler, ExecutionContext, Injectable, NestInterceptor, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { from, lastValueFrom, Observable } from 'rxjs';
import { DatabasePulse } from '../persistence/database-pulse';

const UNTIMED = 'modex:without-pulse';

/** For routes that must be answered whatever the database does, or whose end somebody waits for however long it takes. */
export const WithoutPulse = (): ClassDecorator & MethodDecorator => SetMetadata(UNTIMED, true);

/** Has every route tell within two seconds when the database has fallen silent. */
@Injectable()
export class PulseInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly database: DatabasePulse,
  ) {}

  intercept(context: ExecutionContext, route: CallHandler): Observable<unknown> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(UNTIMED, targets)) return route.handle();
    return from(this.database.whileItBeats(() => lastValueFrom(route.handle())));
  }
}
