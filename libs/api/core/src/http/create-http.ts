import { randomUUID } from 'node:crypto';
import { constants } from 'node:zlib';
import fastifyCompress from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import fastifyEtag from '@fastify/etag';
import { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import { Settings } from '../settings';
import { refuseDeepBody } from './flat-body';
import { limitInFlight } from './in-flight-limit';
import { refuseOddQuery } from './plain-query';
import { ProblemFilter } from './problem.filter';
import { refuseCrossSite } from './same-site';
import { validationPipe } from './validation';

/** Largest body in bytes: a booking has a few hundred, a show a few thousand. */
const BODY_LIMIT = 256 * 1024;

/**
 * The HTTP server's own limits: a client that drips its request or idles is closed within 15 s. The answer may take
 * longer: a large show is created for as long as it needs.
 */
export function httpAdapter({ publicUrl }: Pick<Settings, 'publicUrl'>): FastifyAdapter {
  return new FastifyAdapter({
    // A public address means that a proxy stands in front: the visitor's address is in its header.
    trustProxy: publicUrl !== undefined,
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    requestTimeout: 12_000,
    keepAliveTimeout: 12_000,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000 },
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  });
}

/** What holds for every route: cookies, prefix, shape checks, problem+json, request ids, JSON only, no cross-site writes. */
export async function configureHttp(app: NestFastifyApplication, settings: Pick<Settings, 'publicUrl'>): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  limitInFlight(fastify);
  await app.register(fastifyCookie);
  await app.register(fastifyEtag, { weak: true });
  // The quality of a file compressed once is too slow for a seat map compressed at every change.
  await app.register(fastifyCompress, { brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } });
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready'] });
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter());
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.header('X-Request-Id', request.id);
    refuseCrossSite(request, settings.publicUrl);
    if (request.url.startsWith('/api/')) refuseOddQuery(request);
  });
  fastify.addHook('preValidation', async ({ body }) => refuseDeepBody(body));
}
