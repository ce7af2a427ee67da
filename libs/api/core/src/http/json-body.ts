import { DomainError } from '@modex/domain';
import { RouteConfig } from '@nestjs/platform-fastify';
import { FastifyInstance } from 'fastify';
import { refuseCostlyJson } from './json-cost';

const KB = 1024;
/** The default limit of a body: enough for a sign-in, a name, a reason. */
const USUAL_LIMIT = 4 * KB;

/** The most that the body of this route may have, in KB; 4 without it. */
export const BodyLimit = (kilobytes: number): MethodDecorator => RouteConfig({ bodyLimit: kilobytes * KB });

/**
 * Reads bodies as JSON, cheapest check first: the size, then the number and depth of values, then the content. No expensive
 * check ever sees a large body.
 */
export function readJsonBodies(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    route.bodyLimit = (route.config as { bodyLimit?: number } | undefined)?.bodyLimit ?? USUAL_LIMIT;
  });
  fastify.addHook('onRequest', ({ headers }, _reply, done) => {
    refuseEncoding(headers['content-encoding']);
    done();
  });
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) => {
    refuseCostlyJson(body);
    return parse(body);
  });
}

/** Compressed bodies are refused: they may be far larger than they look, and small bodies need no compression. */
function refuseEncoding(encoding: string | undefined): void {
  if (encoding === undefined || encoding === '' || encoding.toLowerCase() === 'identity') return;
  throw new DomainError('unsupported-media-type', 'A body is sent as it is, without Content-Encoding.');
}

/** Fields such as __proto__ are left to the shape check, which refuses them by name; an empty body counts as none. */
function parse(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new DomainError('malformed-body', 'The body is not readable JSON.');
  }
}
