import { OutgoingHttpHeaders } from 'node:http';
import { BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { DomainError } from '@modex/domain';
import { FastifyReply, FastifyRequest } from 'fastify';
import { leavePlace } from '../http/in-flight-limit';
import { networkOf } from '../http/network';
import { partOf } from '../http/part-of';
import { Slots } from '../http/slots';
import { whenOver } from '../http/when-over';
import { Settings } from '../settings';
import { retryFrame } from './live-event';
import { Viewer } from './viewer';

/** How often heartbeats are checked for, in milliseconds. */
const LOOK_MS = 1_000;
/** When a browser reconnects, in milliseconds: after its stream broke, and after this process ended. */
const BROKEN = { from: 1_000, to: 3_000 };
const LEAVING = { from: 1_000, to: 5_000 };

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-cache, no-transform',
  // Otherwise nginx would buffer the events.
  'X-Accel-Buffering': 'no',
} as const;

/**
 * All viewers. They do not count as requests in flight, so they have a limit of their own, of which an address gets a
 * share. When the process ends they are told to reconnect, each at a different moment.
 */
@Injectable()
export class Viewers implements BeforeApplicationShutdown {
  private readonly viewers = new Set<Viewer>();
  private readonly slots: Slots;
  private looks: NodeJS.Timeout | undefined;
  private isLeaving = false;

  constructor({ maxViewers, share }: Settings) {
    this.slots = new Slots(partOf(maxViewers, share));
  }

  /**
   * Begins a stream of events as the answer. Everything that may refuse it must have been asked before.
   * @throws DomainError `overloaded`
   */
  admit(request: FastifyRequest, reply: FastifyReply): Viewer {
    const release = this.isLeaving ? undefined : this.slots.take(networkOf(request.ip));
    if (release === undefined) throw tooMany();
    leavePlace(request);
    reply.headers(HEADERS).hijack();
    // The headers that hooks add to every answer, since hooks do not run when this one is sent.
    reply.raw.writeHead(200, reply.getHeaders() as OutgoingHttpHeaders);
    const viewer = new Viewer(reply.raw);
    this.add(viewer);
    whenOver(request.raw, reply.raw, () => {
      this.remove(viewer);
      release();
    });
    if (request.method === 'HEAD') viewer.end();
    viewer.send(retryFrame(BROKEN));
    return viewer;
  }

  beforeApplicationShutdown(): void {
    this.isLeaving = true;
    for (const viewer of this.viewers) {
      viewer.send(retryFrame(LEAVING));
      viewer.end();
    }
  }

  private add(viewer: Viewer): void {
    this.viewers.add(viewer);
    this.looks ??= setInterval(() => this.viewers.forEach((each) => each.keepAlive()), LOOK_MS);
  }

  private remove(viewer: Viewer): void {
    this.viewers.delete(viewer);
    if (this.viewers.size > 0) return;
    clearInterval(this.looks);
    this.looks = undefined;
  }
}

function tooMany(): DomainError {
  const detail = 'Very many people are watching right now; ask for the status again and again instead.';
  return new DomainError('overloaded', detail, { retryAfter: 10 });
}
