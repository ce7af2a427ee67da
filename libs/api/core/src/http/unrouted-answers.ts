import { randomUUID } from 'node:crypto';
import { Server, STATUS_CODES } from 'node:http';
import { Duplex } from 'node:stream';
import { ErrorCode } from '@modex/domain';
import { FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import { Settings } from '../settings';
import { plainError, toDomainError, toProblem } from './problem';
import { PROBLEM_JSON } from './problem.response';
import { securityHeaders } from './security-headers';

/** Errors of the HTTP parser that have an answer of their own; all others mean that it was not HTTP. */
const CODE_BY_PARSER: Readonly<Record<string, ErrorCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'payload-too-large',
};

/**
 * The answers to requests that no route and no hook ever sees, since the parser or the router gives them up: problem+json
 * with the headers of every answer, like all others.
 */
export function unroutedAnswers(
  settings: Pick<Settings, 'publicUrl'>,
): Required<Pick<FastifyServerOptions, 'clientErrorHandler' | 'frameworkErrors'>> {
  const headers = securityHeaders(settings);
  return {
    clientErrorHandler: ({ code }, socket) => {
      // The client is gone.
      if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
      socket.end(rawProblem(CODE_BY_PARSER[code ?? ''] ?? 'malformed-request', headers));
    },
    frameworkErrors: (error, request: FastifyRequest, reply: FastifyReply) => {
      const problem = toProblem(toDomainError(error), request.id);
      void reply.headers({ ...headers, 'X-Request-Id': request.id });
      void reply.status(problem.status).type(PROBLEM_JSON).send(problem);
    },
  };
}

/** Answers tunnels and expectations, to which Node would send a bare status or hang up. */
export function answerOddRequests(server: Server, settings: Pick<Settings, 'publicUrl'>): void {
  const headers = securityHeaders(settings);
  server.on('connect', (_request, socket: Duplex) => socket.end(rawProblem('malformed-request', headers)));
  // An expectation that we do not know may be ignored; the request is like any other.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
}

/** A whole answer as it goes over the wire; the connection ends with it. */
function rawProblem(code: ErrorCode, headers: Readonly<Record<string, string>>): string {
  const requestId = randomUUID();
  const problem = toProblem(plainError(code), requestId);
  const body = JSON.stringify(problem);
  const fields = {
    ...headers,
    'X-Request-Id': requestId,
    'Content-Type': PROBLEM_JSON,
    'Content-Length': String(Buffer.byteLength(body)),
    Date: new Date().toUTCString(),
    Connection: 'close',
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\n${lines.join('')}\r\n${body}`;
}
