import { randomUUID } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import { Settings } from '../settings';
import { refuseDeepBody } from './flat-body';
import { refuseOddQuery } from './plain-query';
import { ProblemFilter } from './problem.filter';
import { refuseCrossSite } from './same-site';
import { validationPipe } from './validation';

/** Largest body in bytes: a booking has a few hundred, a show a few thousand. */
const BODY_LIMIT = 256 * 1024;

/** The HTTP server's own limits: a client that drips its headers or idles is closed within 15 s. */
export function httpAdapter({ publicUrl }: Pick<Settings, 'publicUrl'>): FastifyAdapter {
  return new FastifyAdapter({
    // A public address means that a proxy stands in front: the visitor's address is in its header.
    trustProxy: publicUrl !== undefined,
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    requestTimeout: 15_000,
    connectionTimeout: 15_000,
    keepAliveTimeout: 15_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  });
}

/** What holds for every route: cookies, prefix, shape checks, problem+json, request ids, JSON only, no cross-site writes. */
export async function configureHttp(app: NestFastifyApplication, settings: Pick<Settings, 'publicUrl'>): Promise<void> {
  await app.register(fastifyCookie);
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready'] });
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter());
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.header('X-Request-Id', request.id);
    refuseCrossSite(request, settings.publicUrl);
    if (request.url.startsWith('/api/')) refuseOddQuery(request);
  });
  fastify.addHook('preValidation', async ({ body }) => refuseDeepBody(body));
}
