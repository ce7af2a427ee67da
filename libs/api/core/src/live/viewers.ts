import { OutgoingHttpHeaders } from 'node:http';
import { BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { DomainError } from '@modex/domain';
import { FastifyReply, FastifyRequest } from 'fastify';
import { leavePlace } from '../http/in-flight-limit';
import { networkOf } from '../http/network';
import { Slots } from '../http/slots';
import { whenOver } from '../http/when-over';
import { Settings } from '../settings';
import { retryFrame } from './live-event';
import { Viewer } from './viewer';

/** How often it is looked who has heard nothing for a while, in milliseconds. */
const LOOK_MS = 1_000;
/** After how long a browser comes back: when its stream breaks, and when this process ends. In milliseconds. */
const BROKEN = { from: 1_000, to: 3_000 };
const LEAVING = { from: 1_000, to: 5_000 };

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-cache, no-transform',
  // nginx would wait until it has a whole page.
  'X-Accel-Buffering': 'no',
} as const;

/**
 * Everybody who watches. They are no requests under way, so they have a number of their own, of which an address has its
 * share. When the process ends they are told to come back, each at another moment.
 */
@Injectable()
export class Viewers implements BeforeApplicationShutdown {
  private readonly viewers = new Set<Viewer>();
  private readonly slots: Slots;
  private looks: NodeJS.Timeout | undefined;
  private isLeaving = false;

  constructor({ maxViewers }: Settings) {
    this.slots = new Slots(maxViewers);
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
    // What the hooks put on every answer; they do not see this one leave.
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
