import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOkResponse } from '@nestjs/swagger';

const EXAMPLE = `retry: 2180

event: show
data: {"status":"ON_SALE"}

event: status
id: 5d2f1c0a9b7e-42
data: {"showId":"66f0c0ffee00112233445566","planVersion":1,"version":"5d2f1c0a9b7e-42","totalSeats":6,"status":"KAA="}

event: changes
id: 5d2f1c0a9b7e-43
data: {"version":"5d2f1c0a9b7e-43","changes":[[4,2]]}

`;

/** The stream of a show's seats, as the contract tells it. */
export function ApiSeatEvents(): MethodDecorator {
  return applyDecorators(
    ApiHeader({
      name: 'Last-Event-ID',
      required: false,
      description: 'The version that the client has; a browser sends it by itself when it comes back.',
      schema: { type: 'string', example: '5d2f1c0a9b7e-42' },
    }),
    ApiOkResponse({
      description: 'Server-sent events, as long as the client stays.',
      content: { 'text/event-stream': { schema: { type: 'string' }, example: EXAMPLE } },
    }),
  );
}
