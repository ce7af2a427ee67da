import { Injectable } from '@nestjs/common';
import { Viewers } from '@modex/api-core';
import { StatusBoards } from '@modex/api-seats';
import { FastifyReply, FastifyRequest } from 'fastify';
import { SeatFeeds } from '../live/seat-feeds';
import { ShowService } from '../show.service';

/** The streams of the seats of public shows. */
@Injectable()
export class SeatStreams {
  constructor(
    private readonly shows: ShowService,
    private readonly boards: StatusBoards,
    private readonly viewers: Viewers,
    private readonly feeds: SeatFeeds,
  ) {}

  /** Begins a stream as the answer. @throws DomainError `unknown-show`, `overloaded` */
  async open(showId: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const show = await this.shows.findPublic(showId);
    const board = await this.boards.read(show);
    const since = request.headers['last-event-id'];
    this.feeds.join(this.viewers.admit(request, reply), { show, board }, since?.toString());
  }
}
