import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import { Permission, PERMISSIONS } from '@modex/domain';
import { ApiProblems } from './api-problems';

/**
 * Who may call a route: everybody, everybody with a session, the holder of the route's subject, or everybody with the
 * permission. The room of the subject knows its holder: its own guard refuses everybody else.
 */
export type Audience = 'everyone' | 'signed-in' | 'holder' | Permission;

/** The metadata key under which a route keeps its audience. */
export const AUDIENCE = 'modex:audience';

/** Declares who may call a route. A route without this declaration is refused to everybody. */
export function Access(audience: Audience): ClassDecorator & MethodDecorator {
  return applyDecorators(
    SetMetadata(AUDIENCE, audience),
    ...(audience === 'everyone' ? [] : [ApiBearerAuth(), ApiProblems('unauthenticated')]),
    ...(isPermission(audience) ? [ApiProblems('forbidden')] : []),
  );
}

/** Whether a permission is needed, and not just a session. */
export function isPermission(audience: Audience): audience is Permission {
  return PERMISSIONS.some((permission) => permission === audience);
}
