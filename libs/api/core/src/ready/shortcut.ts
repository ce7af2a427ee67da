import { Type } from '@nestjs/common';
import { NestFastifyApplication, RouteConfig } from '@nestjs/platform-fastify';
import { FastifyReply, FastifyRequest } from 'fastify';
import { ReadyAnswer, sendReady } from './ready-answer';

const SHORTCUT = 'shortcut';

/** Finds the answer of a route in memory by the ids in the path; undefined if there is none. */
interface Way<Memory> {
  readonly memory: Type<Memory>;
  readonly find: (memory: Memory, ids: Readonly<Record<string, string>>) => ReadyAnswer | undefined;
}

/**
 * Answers a GET from memory, if there is an answer, before Nest's router, without reading sessions or fields. For a public
 * route that takes no query. Everything but the usual case is left to the route itself.
 */
export function Shortcut<Memory>(memory: Type<Memory>, find: Way<Memory>['find']): MethodDecorator {
  return RouteConfig({ [SHORTCUT]: { memory, find } });
}

/** Adds the shortcuts before the routes that have one, after the checks of every request. */
export function takeShortcuts(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', (route) => {
      const way = (route.config as { readonly [SHORTCUT]?: Way<unknown> } | undefined)?.[SHORTCUT];
      if (way !== undefined) route.preHandler = [...[route.preHandler ?? []].flat(), shortcutOf(app, way)];
    });
}

function shortcutOf(app: NestFastifyApplication, { memory, find }: Way<unknown>) {
  let known: unknown;
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    if (hasMoreToSay(request)) return undefined;
    // Routes are registered before their services exist.
    known ??= app.get(memory, { strict: false });
    const answer = find(known, request.params as Readonly<Record<string, string>>);
    if (answer === undefined) return undefined;
    await sendReady(request, reply, answer);
    return reply;
  };
}

/** Whether there is a query or a body, which the route refuses by name. */
function hasMoreToSay({ url, headers }: FastifyRequest): boolean {
  return url.includes('?') || headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}
