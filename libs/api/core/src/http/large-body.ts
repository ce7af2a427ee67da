import { Readable } from 'node:stream';
import { applyDecorators, createParamDecorator, ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExtension } from '@nestjs/swagger';
import { DomainError } from '@modex/domain';
import { FastifyInstance, FastifyRequest } from 'fastify';
import { JsonLimits, refuseCostlyJson } from './json-cost';

const KB = 1024;
/** What a body of megabytes may hold; how deep it may be is the same for all bodies. */
const LARGE = { fields: 3_000_000, entries: 3_000_000 };
/** The content type under which the body of such a route goes past Fastify's parsers. */
const UNREAD = 'application/x-modex-unread';

/** A route that takes megabytes. */
export interface LargeBodyRule {
  readonly kilobytes: number;
  /**
   * The field of its JSON that is handed on as it was parsed: its room checks its shape, since classes would copy and check
   * it a hundred times slower.
   */
  readonly whole?: string;
  /**
   * How many fields its JSON may have, which classes check as those of any body. Without this and `whole` the body is a file,
   * of any content type, and handed on as its bytes.
   */
  readonly fields?: number;
}

/** Large bodies by their requests, as bytes or as what they were parsed to. */
const wholes = new WeakMap<FastifyRequest, unknown>();

/**
 * A route whose body may have megabytes. It is read only when the guards have let the request pass, so that strangers make
 * the server read and parse nothing.
 */
export function LargeBody(rule: LargeBodyRule): MethodDecorator {
  const bodyLimit = rule.kilobytes * KB;
  return applyDecorators(RouteConfig({ bodyLimit, largeBody: rule }), ApiExtension('x-body-limit', bodyLimit));
}

/** What a route with a large body gets: the bytes of the file, or the field that is handed on as it was parsed. */
export const Whole = createParamDecorator((_: unknown, context: ExecutionContext) =>
  wholes.get(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** Leaves the bodies of routes with `LargeBody` unread until their guards have passed. */
export function leaveLargeBodies(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { headers } = request;
    const type = headers['content-type'];
    if (type?.toLowerCase().startsWith(UNREAD))
      throw new DomainError('unsupported-media-type', 'This is no such type.');
    if (ruleOf(request) !== undefined && type !== undefined) {
      if (!isTaken(request, type)) throw new DomainError('unsupported-media-type', 'Send it as application/json.');
      headers['content-type'] = UNREAD;
    }
    done();
  });
  fastify.addContentTypeParser(
    UNREAD,
    (_request: unknown, payload: unknown, done: (error: null, body: unknown) => void) => done(null, payload),
  );
}

/**
 * Reads the body of a route with `LargeBody`; other requests stay as they are. What remains as the body are its small fields.
 * @returns what is wrong with its large field; undefined: nothing
 * @throws DomainError `payload-too-large`, `malformed-body`
 */
export async function readLargeBody(request: FastifyRequest): Promise<string | undefined> {
  const rule = ruleOf(request);
  if (rule === undefined) return undefined;
  const bytes = await bytesOf(request.body, rule.kilobytes * KB, request.headers['content-length']);
  if (rule.fields !== undefined) {
    request.body = parseLargeJson(bytes, { fields: rule.fields, entries: 2 * rule.fields });
    return undefined;
  }
  if (rule.whole === undefined) {
    wholes.set(request, bytes);
    request.body = undefined;
    return undefined;
  }
  const read = bytes.length === 0 ? {} : parseLargeJson(bytes);
  request.body = read;
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return undefined;
  const { [rule.whole]: whole, ...rest } = read as Record<string, unknown>;
  wholes.set(request, whole);
  request.body = rest;
  return typeof whole === 'object' && whole !== null ? undefined : rule.whole;
}

/** @throws DomainError `malformed-body` for what is no JSON or too deep, `payload-too-large` for what holds too much */
export function parseLargeJson(bytes: Buffer, limits: JsonLimits = LARGE): unknown {
  refuseCostlyJson(bytes, limits);
  try {
    return bytes.length === 0 ? undefined : JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    // The parser quotes the text around the place, or tells line and column.
    const where = error instanceof Error ? error.message.replaceAll('\n', ' ').slice(0, 200) : '';
    throw new DomainError('malformed-body', `The body is not readable JSON: ${where}.`);
  }
}

function ruleOf({ routeOptions }: FastifyRequest): LargeBodyRule | undefined {
  return (routeOptions.config as { readonly largeBody?: LargeBodyRule } | undefined)?.largeBody;
}

function isTaken(request: FastifyRequest, type: string): boolean {
  const { whole, fields } = ruleOf(request) ?? {};
  return (whole === undefined && fields === undefined) || /^application\/json\s*(;|$)/i.test(type);
}

/** The bytes of a body; what is too long is not read to its end. */
async function bytesOf(body: unknown, limit: number, announced: string | undefined): Promise<Buffer> {
  if (!(body instanceof Readable)) return Buffer.alloc(0);
  if (Number(announced) > limit) throw tooLarge(limit);
  const chunks: Buffer[] = [];
  let length = 0;
  // The stream stays open when reading stops, since the answer goes over the same connection.
  for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

function tooLarge(limit: number): DomainError {
  return new DomainError('payload-too-large', `The body has at most ${limit / KB / KB} MB.`);
}
