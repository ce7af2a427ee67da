import { FastifyReply, FastifyRequest } from 'fastify';
import { Coding, CODINGS, ReadyBody } from './ready-body';

/** An answer from memory, the same for everybody. */
export interface ReadyAnswer {
  /** The version of the body: the same exactly as long as its content is the same. */
  readonly version: string;
  /** Makes the body; called only for clients that do not have it yet. */
  readonly body: () => ReadyBody;
}

/** Sends the answer, or 304 to a client that already has it; then the body is not even made. */
export async function sendReady(
  request: FastifyRequest,
  reply: FastifyReply,
  { version, body }: ReadyAnswer,
): Promise<void> {
  const { 'if-none-match': known, 'accept-encoding': accepted } = request.headers;
  // Weak, since the bytes depend on how they are sent.
  const etag = `W/"${version}"`;
  void reply.headers({ ETag: etag, 'Cache-Control': 'no-cache', Vary: 'Accept-Encoding' });
  if (known !== undefined && names(known, etag)) return void reply.code(304).send();
  void reply.type('application/json; charset=utf-8');
  const ready = body();
  const coding = ready.isLarge ? codingOf(accepted) : undefined;
  if (coding === undefined) return void reply.send(ready.plain);
  void reply.header('Content-Encoding', coding).send(await ready.as(coding));
}

/** Whether `If-None-Match` names this version, compared as RFC 9110 compares weakly. */
function names(known: string, etag: string): boolean {
  if (known === etag || known.trim() === '*') return true;
  const opaque = etag.slice(2);
  return known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === opaque);
}

/** The first that the client takes. */
function codingOf(accepted: string | string[] | undefined): Coding | undefined {
  const taken = String(accepted ?? '')
    .toLowerCase()
    .split(',')
    .filter((coding) => !/;\s*q=0(\.0*)?\s*$/.test(coding))
    .map((coding) => coding.replace(/;.*$/, '').trim());
  return CODINGS.find((coding) => taken.includes(coding));
}
