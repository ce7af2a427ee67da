import { SetMetadata } from '@nestjs/common';

/** The metadata key of routes for which nobody watches the database. */
export const UNTIMED = 'modex:without-watchdog';

/** For routes that answer without the database, and for those that may take as long as they need. */
export const WithoutWatchdog = (): ClassDecorator & MethodDecorator => SetMetadata(UNTIMED, true);
