import { Injectable } from '@nestjs/common';
import { Job, Jobs } from '@modex/api-core';
import { LRUCache } from 'lru-cache';
import { BoardShow, LiveBoard } from './live-board';
import { SeatChange } from './seat-changes';
import { SeatStatuses } from './seat-statuses';
import { StatusBoard } from './status-board';

/** Most boards at once; with 100,000 seats each they take some 35 MB. The one that was read longest ago is dropped first. */
const MOST_BOARDS = 1_000;
/** A board that nobody has read for this long is dropped; in milliseconds. */
const UNREAD_MS = 60_000;

/** The boards of the shows that somebody reads. */
@Injectable()
export class StatusBoards implements Job {
  readonly name = 'status boards';
  readonly pauseMs = 10_000;
  readonly budgetMs = 1_000;
  private readonly boards = new LRUCache<string, LiveBoard>({
    max: MOST_BOARDS,
    ttl: UNREAD_MS,
    // Otherwise a reading of the clock that is a moment old tells whether a board is too old, and a new one its age.
    ttlResolution: 0,
    updateAgeOnGet: true,
  });

  constructor(
    private readonly statuses: SeatStatuses,
    jobs: Jobs,
  ) {
    jobs.add(this);
  }

  /**
   * The board of a show, at most two seconds old; it always has the writes of this process. If a thousand ask for a new
   * show at once, the database is read once.
   */
  async read(show: BoardShow): Promise<StatusBoard> {
    const live = this.liveOf(show);
    await live.refresh();
    return live.board;
  }

  /** The board as the database has it now: read after this call began. Callers at the same time share a read. */
  async readAnew(show: BoardShow): Promise<StatusBoard> {
    const live = this.liveOf(show);
    await live.refreshAnew();
    return live.board;
  }

  /** The same from memory only; undefined if that would be too old. */
  recent(show: BoardShow): StatusBoard | undefined {
    const live = this.find(show);
    return live?.isFresh === true ? live.board : undefined;
  }

  /** A write of this process. */
  tell(change: SeatChange): void {
    this.boards.peek(change.showId)?.tell(change);
  }

  /** Some seats of a show have changed, but it is not known which. */
  doubt(showId: string): void {
    this.boards.peek(showId)?.doubt();
  }

  /** A notice of another process, which may be old. */
  hear(change: SeatChange): void {
    this.boards.peek(change.showId)?.hear(change);
  }

  /** Notices of other processes may have been lost. */
  doubtAll(): void {
    for (const live of this.boards.values()) live.doubt();
  }

  /** How many boards are in memory. */
  get count(): number {
    return this.boards.size;
  }

  /** Drops what nobody reads. */
  async run(): Promise<void> {
    this.boards.purgeStale();
  }

  private liveOf(show: BoardShow): LiveBoard {
    return this.find(show) ?? this.open(show);
  }

  private open(show: BoardShow): LiveBoard {
    const live = new LiveBoard(show, this.statuses);
    this.boards.set(show.id, live);
    return live;
  }

  /** Drops the board of a show that is put on in another plan now. */
  private find({ id, planId, planVersion }: BoardShow): LiveBoard | undefined {
    const live = this.boards.get(id);
    return live?.show.planId === planId && live.show.planVersion === planVersion ? live : undefined;
  }
}
