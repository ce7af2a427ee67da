import { Injectable } from '@nestjs/common';
import { ReadyAnswer } from '@modex/api-core';
import { SeatBodies, StatusBoards } from '@modex/api-seats';
import { ShowService } from '../show.service';

/** The seats of a public show, for everybody; from memory if that is fresh. */
@Injectable()
export class SeatAnswers {
  constructor(
    private readonly shows: ShowService,
    private readonly boards: StatusBoards,
    private readonly bodies: SeatBodies,
  ) {}

  /** The packed status. @throws DomainError `unknown-show` */
  async status(showId: string): Promise<ReadyAnswer> {
    const show = await this.shows.findPublic(showId);
    return this.bodies.statusOf(show, await this.boards.read(show));
  }

  /** Every seat with its name and status. @throws DomainError `unknown-show` */
  async map(showId: string): Promise<ReadyAnswer> {
    const show = await this.shows.findPublic(showId);
    return this.bodies.mapOf(show, await this.boards.read(show));
  }

  /** The packed status, if neither the show nor the seats need to be read. */
  recentStatus(showId: string): ReadyAnswer | undefined {
    const show = this.shows.recentPublic(showId);
    const board = show && this.boards.recent(show);
    return board && this.bodies.statusOf(show, board);
  }

  /** Every seat with its name and status, if neither the show nor the seats need to be read. */
  recentMap(showId: string): ReadyAnswer | undefined {
    const show = this.shows.recentPublic(showId);
    const board = show && this.boards.recent(show);
    return board && this.bodies.mapOf(show, board);
  }
}
