import { randomUUID } from 'node:crypto';
import { constants } from 'node:zlib';
import fastifyCompress from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import fastifyEtag from '@fastify/etag';
import { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyServerOptions } from 'fastify';
import { SecurityLog } from '../security/security-log';
import { takeShortcuts } from '../ready/shortcut';
import { Settings, TrustedProxies } from '../settings';
import { limitInFlight } from './in-flight-limit';
import { readJsonBodies } from './json-body';
import { leaveLargeBodies } from './large-body';
import { refuseForeignHost } from './own-host';
import { ProblemFilter } from './problem.filter';
import { refuseCrossSite } from './same-site';
import { securityHeaders } from './security-headers';
import { endUnreadAnswers } from './unread-answers';
import { answerOddRequests, unroutedAnswers } from './unrouted-answers';

/** What the server must know before it listens. */
type HttpSettings = Pick<Settings, 'publicUrl' | 'host' | 'trustedProxies' | 'share'>;

/**
 * The HTTP server's own limits: a client that drips its request or idles is closed within 15 s. The answer may take
 * longer: a large show is created for as long as it needs.
 */
export function httpAdapter(settings: HttpSettings): FastifyAdapter {
  return new FastifyAdapter({
    trustProxy: trusted(settings.trustedProxies),
    genReqId: () => randomUUID(),
    requestTimeout: 12_000,
    keepAliveTimeout: 12_000,
    // A request without a host gets our own answer, as problem+json.
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000, requireHostHeader: false },
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    ...unroutedAnswers(settings),
  });
}

/**
 * The steps of every request, in this order: its id and the headers of its answer, the check of its host, the limit of
 * requests in flight, reading its body, sending its answer, and refusing writes of other sites' pages.
 */
export async function configureHttp(app: NestFastifyApplication, settings: HttpSettings): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  answerOddRequests(fastify.server, settings);
  const headers = securityHeaders(settings);
  // Hooks of every request are synchronous: each promise would cost as much as what it waits for.
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.headers({ ...headers, 'X-Request-Id': request.id });
    refuseForeignHost(request, settings);
    done();
  });
  limitInFlight(fastify, settings.share);
  endUnreadAnswers(fastify, settings.share);
  readJsonBodies(fastify);
  leaveLargeBodies(fastify);
  await app.register(fastifyCookie);
  await app.register(fastifyEtag, { weak: true });
  // The quality of a file compressed once is too slow for a seat map compressed at every change.
  await app.register(fastifyCompress, { brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } });
  takeShortcuts(app);
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready'] });
  app.useGlobalFilters(new ProblemFilter(new SecurityLog()));
  fastify.addHook('onRequest', (request, _reply, done) => {
    refuseCrossSite(request, settings.publicUrl);
    done();
  });
}

/** The same in Fastify's words. */
function trusted(proxies: TrustedProxies): FastifyServerOptions['trustProxy'] {
  if (typeof proxies === 'number') return (_address, hop) => hop < proxies;
  return proxies === undefined ? false : [...proxies];
}
