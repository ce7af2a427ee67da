import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import fastifyStatic from '@fastify/static';
import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Settings } from '@modex/api-core';
import { SeatCounter } from '@modex/api-seats';
import { ShowService } from '@modex/api-shows';
import { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { StartError } from '../start/start-error';
import { SitePage } from './page';
import { pagePolicy } from './page-policy';
import { Preloads } from './preloads';
import { SiteHeads } from './site-heads';
import { SiteAddress } from './show-head';
import { SitePaths } from './site-paths';
import { robots, Sitemap } from './sitemap';

/** Files that the build names by their content: they never change. */
const HASHED = /^(?:[\w-]+-[\w-]{8}\.(?:js|css)|(?:media|i18n)\/.+-[\w-]{8}\.\w+)$/;
/** Files that are read at the start and not served as they are. */
const PARTS = ['index.html', 'paths.json'] as const;
/** Pictures for previews of links to the site. */
const SHARED = /^share\.\w+$/;

/**
 * Serves the built site beside the API: its files, and a page with its own head at every path of its router. Everything
 * else is 404: a page of the site for people, one line for requests for files.
 * @throws StartError when the site is not built
 */
export async function serveSite(app: NestFastifyApplication, root: string): Promise<void> {
  if (!existsSync(join(root, 'index.html'))) throw new StartError(`The site is not built: ${root} is empty.`);
  const fastify = app.getHttpAdapter().getInstance();
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    index: false,
    globIgnore: [...PARTS, '**/*.br'],
    // Compressed once, by the build.
    preCompressed: true,
    setHeaders: (reply, path) => void reply.headers(fileHeaders(relative(root, path).replace(/\.br$/, ''))),
  });
  servePages(fastify, app, root);
  serveForSearchEngines(fastify, app);
}

function fileHeaders(path: string): Readonly<Record<string, string>> {
  return {
    'Cache-Control': HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(SHARED.test(path) && { 'Cross-Origin-Resource-Policy': 'cross-origin' }),
  };
}

function servePages(fastify: FastifyInstance, app: NestFastifyApplication, root: string): void {
  const page = new SitePage(readFileSync(join(root, 'index.html'), 'utf8'));
  const paths = new SitePaths(JSON.parse(readFileSync(join(root, 'paths.json'), 'utf8')));
  const preloads = new Preloads(root);
  const heads = new SiteHeads(app.get(ShowService, { strict: false }), app.get(SeatCounter, { strict: false }));
  const { publicUrl, apiDocs } = app.get(Settings, { strict: false });
  const docs = apiDocs === 'off' ? undefined : apiDocs;
  // Not setNotFoundHandler: Nest owns that one.
  fastify.get('/*', async (request, reply) => {
    const path = request.url.split(/[?#]/, 1)[0] ?? '/';
    const found = paths.find(path);
    if (found === undefined && !isForPeople(path, request)) return reply.callNotFound();
    const { status, head } = await heads.answer(found, addressOf(request, publicUrl));
    // A search asks for other shows.
    const data = /[?&]q=/.test(request.url) ? [] : head.data;
    const { html, nonce } = page.with({ ...head, data, docs, scripts: preloads.of(found?.page) });
    return sendPage(reply.status(status), html, nonce);
  });
}

/** Browsers may reuse the page for Back only, and ask again otherwise: policy and page belong together. */
function sendPage(reply: FastifyReply, html: string, nonce: string): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .headers({ 'Cache-Control': 'no-cache', 'Content-Security-Policy': pagePolicy(nonce) })
    .send(html);
}

/** Whether a person may have followed a link here: not for files, routes of the API and probes for weaknesses. */
function isForPeople(path: string, { headers }: FastifyRequest): boolean {
  if (/^\/(api|health)(\/|$)/.test(path)) return false;
  return !/\.[^/]*$|\/\./.test(path) && (headers.accept ?? '').includes('text/html');
}

function serveForSearchEngines(fastify: FastifyInstance, app: NestFastifyApplication): void {
  const { publicUrl } = app.get(Settings, { strict: false });
  const sitemap = new Sitemap(app.get(ShowService, { strict: false }));
  fastify.get('/sitemap.xml', async (request, reply) =>
    reply.type('application/xml; charset=utf-8').send(await sitemap.xml(addressOf(request, publicUrl))),
  );
  fastify.get('/robots.txt', async (request, reply) =>
    reply.type('text/plain; charset=utf-8').send(robots(addressOf(request, publicUrl))),
  );
}

function addressOf(request: FastifyRequest, publicUrl: string | undefined): SiteAddress {
  return (publicUrl ?? `${request.protocol}://${request.host}`).replace(/\/+$/, '');
}
