import { Type } from '@nestjs/common';
import { NestFastifyApplication, RouteConfig } from '@nestjs/platform-fastify';
import { FastifyReply, FastifyRequest } from 'fastify';
import { ReadyAnswer, sendReady } from './ready-answer';

const SHORTCUT = 'shortcut';

/** Where the answers of a route may be, and how one is found by the ids in the path; undefined: there is none. */
interface Way<Memory> {
  readonly memory: Type<Memory>;
  readonly find: (memory: Memory, ids: Readonly<Record<string, string>>) => ReadyAnswer | undefined;
}

/**
 * Answers a GET from memory, where there is an answer, before Nest's router: sessions, fields and errors are not looked at.
 * For a route that everybody may call and that takes no query. Whatever is not the usual case, the route itself answers.
 */
export function Shortcut<Memory>(memory: Type<Memory>, find: Way<Memory>['find']): MethodDecorator {
  return RouteConfig({ [SHORTCUT]: { memory, find } });
}

/** Puts the shortcuts in front of the routes that have one, behind all that holds for every request. */
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
    // Routes exist before what they ask does.
    known ??= app.get(memory, { strict: false });
    const answer = find(known, request.params as Readonly<Record<string, string>>);
    if (answer === undefined) return undefined;
    await sendReady(request, reply, answer);
    return reply;
  };
}

/** A query or a body: the route refuses both, by name. */
function hasMoreToSay({ url, headers }: FastifyRequest): boolean {
  return url.includes('?') || headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}
