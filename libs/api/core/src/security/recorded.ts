import { SetMetadata } from '@nestjs/common';
import { SecurityEvent } from './security-log';

/** The metadata key under which a route keeps the event that it is. */
export const RECORDED = 'modex:recorded';

/** Has every success of the route written to the security log, with who called and the ids in its path. */
export const Recorded = (event: SecurityEvent): MethodDecorator => SetMetadata(RECORDED, event);
