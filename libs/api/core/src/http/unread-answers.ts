import { Socket } from 'node:net';
import { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
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

/** An answer, or a part of one. */
type Text = string | Buffer;

/** What waits, by the server that sends it. */
const waitingOf = new WeakMap<FastifyInstance['server'], WaitingAnswers>();

/**
 * Ends answers that nobody reads, and holds only so many large ones at once. Every byte that the client takes gives it
 * another ten seconds: a slow line is no reason to be cut off.
 * @throws DomainError `overloaded`
 */
export function endUnreadAnswers(fastify: FastifyInstance, share: ProcessShare): void {
  waitingOf.set(fastify.server, new WaitingAnswers(partOf(MOST_WAITING, share)));
  fastify.addHook('onSend', (request, reply, payload, done) => {
    waitForReader(request, reply, isText(payload) ? [payload] : []);
    done(null, payload);
  });
}

/** The same for an answer that goes past the hooks, before it is sent. @throws DomainError `overloaded` */
export function waitForReader(request: FastifyRequest, reply: FastifyReply, parts: readonly Text[]): void {
  endIfUnread(request);
  if (parts.reduce((sum, { length }) => sum + length, 0) <= SMALL) return;
  const release = waitingOf.get(request.server.server)?.take(networkOf(request.ip), parts);
  if (release === undefined) throw overloaded();
  whenOver(request.raw, reply.raw, release);
}

function isText(payload: unknown): payload is Text {
  return typeof payload === 'string' || Buffer.isBuffer(payload);
}

/**
 * Ends the connection when nothing of the answer is read for ten seconds, until the answer is out; then the idle timeout of
 * the connection begins. Further requests without reading do not extend it.
 */
function endIfUnread({ raw: { socket } }: FastifyRequest): void {
  if (socket instanceof Socket && socket.timeout !== UNREAD_MS) socket.setTimeout(UNREAD_MS);
}

/** Bytes that wait, and how many readers they wait for. */
interface Waiting {
  readers: number;
  readonly release: () => void;
}

/** Large answers that wait for their readers. Bytes that several readers share count once, for the first of them. */
class WaitingAnswers {
  private readonly slots: Slots;
  private readonly waiting = new Map<object, Waiting>();

  /** @param size in bytes */
  constructor(size: number) {
    this.slots = new Slots(size);
  }

  /** @returns to be called once, when the answer has been read; undefined: there is no room */
  take(owner: string, parts: readonly Text[]): (() => void) | undefined {
    const taken: (() => void)[] = [];
    const release = (): void => taken.forEach((each) => each());
    for (const part of parts) {
      const one = this.takePart(owner, part);
      if (one === undefined) return void release();
      taken.push(one);
    }
    return release;
  }

  private takePart(owner: string, part: Text): (() => void) | undefined {
    const bytes = typeof part === 'string' ? {} : part;
    const waiting = this.waiting.get(bytes) ?? this.add(owner, bytes, part.length);
    if (waiting === undefined) return undefined;
    waiting.readers++;
    return () => {
      if (--waiting.readers > 0) return;
      this.waiting.delete(bytes);
      waiting.release();
    };
  }

  private add(owner: string, bytes: object, length: number): Waiting | undefined {
    const release = this.slots.take(owner, length);
    if (release === undefined) return undefined;
    const waiting = { readers: 0, release };
    this.waiting.set(bytes, waiting);
    return waiting;
  }
}
