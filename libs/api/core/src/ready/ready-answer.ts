import { OutgoingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { FastifyReply, FastifyRequest } from 'fastify';
import { waitForReader } from '../http/unread-answers';
import { Coding, CODINGS, ReadyBody } from './ready-body';

/** An answer from memory, the same for everybody. */
export interface ReadyAnswer {
  /** The version of the body: the same exactly as long as its content is the same. */
  readonly version: string;
  /** Makes the body; called only for clients that do not have it yet. */
  readonly body: () => ReadyBody;
  /** Whether what its address names never changes, so that it never has to be asked for again. */
  readonly isForever?: boolean;
}

/** What goes over the wire: 304 without a body to a client that already has it. */
interface ReadyParts {
  readonly status: 200 | 304;
  readonly headers: Readonly<Record<string, string>>;
  readonly parts?: readonly Buffer[];
}

/** A year, the most that caches keep anything. */
const FOREVER = 'public, max-age=31536000, immutable';
const JSON_TYPE = 'application/json; charset=utf-8';

/** Sends the answer through Fastify. */
export async function sendReady(request: FastifyRequest, reply: FastifyReply, answer: ReadyAnswer): Promise<void> {
  const { status, headers, parts } = await partsOf(request, answer);
  void reply.code(status).headers(headers);
  if (parts === undefined || parts.length === 1) return void reply.send(parts?.[0]);
  waitForReader(request, reply, parts);
  void reply.header('Content-Length', lengthOf(parts)).send(Readable.from(parts));
}

/**
 * Sends the answer by the shortest way, past the rest of Fastify: its hooks have nothing to add, and would cost more than the
 * answer. The bytes are shared by all who get them, and a body of many parts is not put together. For hooks
 * after the checks of every request.
 * @throws DomainError `overloaded` if too much waits for readers already
 */
export async function writeReady(request: FastifyRequest, reply: FastifyReply, answer: ReadyAnswer): Promise<void> {
  const { status, headers, parts } = await partsOf(request, answer);
  const length = parts === undefined ? {} : { 'Content-Length': String(lengthOf(parts)) };
  const all = Object.assign(reply.getHeaders() as OutgoingHttpHeaders, headers, length);
  waitForReader(request, reply, parts ?? []);
  reply.hijack();
  reply.raw.writeHead(status, all);
  if (request.method === 'HEAD' || parts === undefined) return void reply.raw.end();
  reply.raw.cork();
  for (const part of parts.slice(0, -1)) reply.raw.write(part);
  reply.raw.end(parts.at(-1));
}

async function partsOf(
  { headers: asked }: FastifyRequest,
  { version, body, isForever }: ReadyAnswer,
): Promise<ReadyParts> {
  // Weak, since the bytes depend on how they are sent.
  const etag = `W/"${version}"`;
  const headers = { ETag: etag, 'Cache-Control': isForever ? FOREVER : 'no-cache', Vary: 'Accept-Encoding' };
  const known = asked['if-none-match'];
  if (known !== undefined && names(known, etag)) return { status: 304, headers };
  const ready = body();
  const coding = ready.isLarge ? codingOf(asked['accept-encoding']) : undefined;
  const ofBody = { ...headers, 'Content-Type': JSON_TYPE };
  if (coding === undefined) return { status: 200, headers: ofBody, parts: ready.parts };
  return { status: 200, headers: { ...ofBody, 'Content-Encoding': coding }, parts: [await ready.as(coding)] };
}

function lengthOf(parts: readonly Buffer[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
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
