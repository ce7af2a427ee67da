import { DomainError } from '@modex/domain';
import { RouteConfig } from '@nestjs/platform-fastify';
import { FastifyInstance } from 'fastify';
import { refuseCostlyJson } from './json-cost';

const KB = 1024;
/** Enough for a sign-in, a name, a reason: what a route takes when it says nothing else. */
const USUAL_LIMIT = 4 * KB;

/** The most that the body of this route may have, in KB; 4 without it. */
export const BodyLimit = (kilobytes: number): MethodDecorator => RouteConfig({ bodyLimit: kilobytes * KB });

/**
 * Reads bodies as JSON, in an order that costs little: first their size, then how many values they hold and how deep,
 * then what they say. Nothing that looks closely at a body ever sees a large one.
 */
export function readJsonBodies(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    route.bodyLimit = (route.config as { bodyLimit?: number } | undefined)?.bodyLimit ?? USUAL_LIMIT;
  });
  fastify.addHook('onRequest', async ({ headers }) => refuseEncoding(headers['content-encoding']));
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) => {
    refuseCostlyJson(body);
    return parse(body);
  });
}

/** What is compressed may be far larger than it looks; nobody needs it for bodies as small as these. */
function refuseEncoding(encoding: string | undefined): void {
  if (encoding === undefined || encoding === '' || encoding.toLowerCase() === 'identity') return;
  throw new DomainError('unsupported-media-type', 'A body is sent as it is, without Content-Encoding.');
}

/** Fields such as __proto__ are left to the shapes, which refuse them by name; an empty body is none. */
function parse(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new DomainError('malformed-body', 'The body is not readable JSON.');
  }
}
