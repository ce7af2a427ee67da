import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyHelmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { StartError } from './start-error';

/** Files with a hash in their name never change. */
const HASHED = /-[A-Z0-9]{8}\.(js|css|woff2?|svg)$/;

/** Serves the built site beside the API; a path of the site that is no file is a page of its router. */
export async function serveSite(app: NestFastifyApplication, root: string): Promise<void> {
  if (!existsSync(join(root, 'index.html'))) throw new StartError(`The site is not built: ${root} is empty.`);
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      directives: {
        'script-src': ["'self'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'upgrade-insecure-requests': null,
      },
    },
    strictTransportSecurity: false,
  });
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    setHeaders: (reply, path) => {
      const lifetime = HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
      void reply.header('Cache-Control', lifetime);
    },
  });
  // Not setNotFoundHandler: Nest owns that one.
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', (request, reply) =>
      /^\/(api|health)(\/|$)/.test(request.url) ? reply.callNotFound() : reply.sendFile('index.html'),
    );
}
