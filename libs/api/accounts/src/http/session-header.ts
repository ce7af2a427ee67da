import { ApiHeader } from '@nestjs/swagger';
import { SESSION_HEADER } from './session-cookie';

/** Tells in the contract how the answer to a sign-in carries its session. */
export function ApiSession(): MethodDecorator {
  return ApiHeader({
    name: SESSION_HEADER,
    required: false,
    description:
      '`cookie`: the session comes as a cookie and the answer has no token. The site sends this; programs do not.',
    schema: { type: 'string', enum: ['cookie'] },
  });
}
