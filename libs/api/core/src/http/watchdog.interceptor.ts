import { CallHandler, ExecutionContext, Injectable, NestInterceptor, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { from, lastValueFrom, Observable } from 'rxjs';
import { DatabaseWatchdog } from '../persistence/database-watchdog';

const UNTIMED = 'modex:without-watchdog';

/** For routes that answer without the database, and for those that may take as long as they need. */
export const WithoutWatchdog = (): ClassDecorator & MethodDecorator => SetMetadata(UNTIMED, true);

/** All other routes answer within two seconds when the database is silent. */
@Injectable()
export class WatchdogInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly database: DatabaseWatchdog,
  ) {}

  intercept(context: ExecutionContext, route: CallHandler): Observable<unknown> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(UNTIMED, targets)) return route.handle();
    return from(this.database.whileItAnswers(() => lastValueFrom(route.handle())));
  }
}
