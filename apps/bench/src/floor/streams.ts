import type { IncomingMessage, ServerResponse } from 'node:http';
import { answer, readJson } from './http';

const EVENTS = /^\/api\/shows\/([0-9a-f]{24})\/seats\/events$/;
const HEADERS = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache, no-transform' };

/** Answers that stay open; what is sent in by POST is written to all viewers of the show, byte by byte. */
export class FloorStreams {
  private readonly byShow = new Map<string, Set<ServerResponse>>();

  /** @returns undefined for requests about something else */
  answer(request: IncomingMessage, response: ServerResponse): Promise<void> | undefined {
    const showId = EVENTS.exec(request.url ?? '')?.[1];
    if (showId === undefined) return undefined;
    const viewers = this.byShow.get(showId) ?? new Set();
    this.byShow.set(showId, viewers);
    return request.method === 'POST' ? send(request, response, viewers) : watch(response, viewers);
  }
}

async function watch(response: ServerResponse, viewers: Set<ServerResponse>): Promise<void> {
  response.writeHead(200, HEADERS).flushHeaders();
  viewers.add(response);
  response.once('close', () => viewers.delete(response));
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  viewers: ReadonlySet<ServerResponse>,
): Promise<void> {
  const { frame } = await readJson<{ readonly frame: string }>(request);
  const bytes = Buffer.from(frame);
  for (const viewer of viewers) viewer.write(bytes);
  answer(response, 200, {});
}
