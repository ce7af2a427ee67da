import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import { ApiProblems } from './api-problems';

/** Who may call a route: everybody, whoever has a session, or admins. */
export type Audience = 'everyone' | 'customer' | 'admin';

/** The metadata key under which a route keeps its audience. */
export const AUDIENCE = 'modex:audience';

/** Declares who may call a route. A route without this declaration is refused to everybody. */
export function Access(audience: Audience): ClassDecorator & MethodDecorator {
  return applyDecorators(
    SetMetadata(AUDIENCE, audience),
    ...(audience === 'everyone' ? [] : [ApiBearerAuth(), ApiProblems('unauthenticated')]),
    ...(audience === 'admin' ? [ApiProblems('forbidden')] : []),
  );
}
