import { Type } from '@nestjs/common';
import { NestFastifyApplication, RouteConfig } from '@nestjs/platform-fastify';
import { FastifyReply, FastifyRequest } from 'fastify';
import { ReadyAnswer, writeReady } from './ready-answer';

const SHORTCUT = 'shortcut';

/** Where the answer of a route is found. */
interface Way<Memory> {
  readonly memory: Type<Memory>;
  /** @param query as it stands in the address @returns undefined if there is no answer in memory */
  readonly find: (memory: Memory, ids: Readonly<Record<string, string>>, query: string) => ReadyAnswer | undefined;
  /** Whether the route reads a query. */
  readonly takesQuery: boolean;
}

/**
 * Answers a GET from memory, if there is an answer, before Nest's router, without reading sessions or fields. For a public
 * route. Everything but the usual case is left to the route itself.
 */
export function Shortcut<Memory>(
  memory: Type<Memory>,
  find: Way<Memory>['find'],
  { takesQuery = false } = {},
): MethodDecorator {
  return RouteConfig({ [SHORTCUT]: { memory, find, takesQuery } });
}

/** What stands behind the question mark of an address; empty without one. */
export function queryOf(url: string): string {
  const mark = url.indexOf('?');
  return mark === -1 ? '' : url.slice(mark + 1);
}

/** Adds the shortcuts before the routes that have one, after the checks of every request. */
export function takeShortcuts(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', (route) => {
      const way = (route.config as { readonly [SHORTCUT]?: Way<unknown> } | undefined)?.[SHORTCUT];
      if (way !== undefined) route.onRequest = [...[route.onRequest ?? []].flat(), shortcutOf(app, way)];
    });
}

function shortcutOf(app: NestFastifyApplication, { memory, find, takesQuery }: Way<unknown>) {
  let known: unknown;
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    if (hasBody(request) || (!takesQuery && request.url.includes('?'))) return undefined;
    // Routes are registered before their services exist.
    known ??= app.get(memory, { strict: false });
    const answer = find(known, request.params as Readonly<Record<string, string>>, queryOf(request.url));
    if (answer === undefined) return undefined;
    await writeReady(request, reply, answer);
    return reply;
  };
}

/** Whether there is a body, which the route refuses by name, as it does a query that it does not take. */
function hasBody({ headers }: FastifyRequest): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}
