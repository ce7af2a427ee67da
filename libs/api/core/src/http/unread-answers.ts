import { Socket } from 'node:net';
import { FastifyInstance, FastifyRequest } from 'fastify';
import { ProcessShare } from '../settings';
import { overloaded } from './in-flight-limit';
import { networkOf } from './network';
import { partOf } from './part-of';
import { Slots } from './slots';
import { whenOver } from './when-over';

/** A client that reads nothing of its answer for this long is gone, or keeps the server waiting on purpose. */
const UNREAD_MS = 10_000;
/** Bytes of answers that wait for their readers, at most, on this machine; an address has its share. */
const MOST_WAITING = 256 * 1024 * 1024;
/** Smaller answers fit into the buffers of the connection. */
const SMALL = 64 * 1024;

/**
 * Ends answers that nobody reads, and holds only so many large ones at once. Every byte that the client takes gives it
 * another ten seconds: a slow line is no reason to be cut off.
 * @throws DomainError `overloaded`
 */
export function endUnreadAnswers(fastify: FastifyInstance, share: ProcessShare): void {
  const waiting = new Slots(partOf(MOST_WAITING, share));
  fastify.addHook('onSend', (request, reply, payload, done) => {
    endIfUnread(request);
    const bytes = typeof payload === 'string' || Buffer.isBuffer(payload) ? payload.length : 0;
    if (bytes <= SMALL) return done(null, payload);
    const release = waiting.take(networkOf(request.ip), bytes);
    if (release === undefined) throw overloaded();
    whenOver(request.raw, reply.raw, release);
    done(null, payload);
  });
}

/**
 * Ends the connection when nothing of the answer is read for ten seconds, until the answer is out; then the idle timeout of
 * the connection begins. Further requests without reading do not extend it.
 */
export function endIfUnread({ raw: { socket } }: FastifyRequest): void {
  if (socket instanceof Socket && socket.timeout !== UNREAD_MS) socket.setTimeout(UNREAD_MS);
}
