import { Viewer } from '@modex/api-core';
import { BoardOf, StatusBoard } from '@modex/api-seats';
import { Show } from '@modex/domain';
import { seatFrame, showFrame } from './seat-frames';

/** From one frame of seats to the next at least, in milliseconds: what changes meanwhile is sent together. */
const FRAME_MS = 250;
/** Whether the show may still be seen is looked at so often, in milliseconds. */
const LOOK_MS = 2_000;

/** A show with its board, as it was just read. */
export interface ShownSeats {
  readonly show: Show;
  readonly board: StatusBoard;
}

/** All who watch one show. A frame is made once for all of them. */
export class SeatFeed {
  private readonly viewers = new Set<Viewer>();
  private seats: ShownSeats | undefined;
  private shownAt = -Infinity;
  private unwatch: () => void = () => undefined;
  /** The version that all have who watch. */
  private sent: string | undefined;
  private framedAt = -Infinity;
  private nextFrame: NodeJS.Timeout | undefined;

  /** @param over called when nobody watches any more */
  constructor(private readonly over: () => void) {}

  /** The show as it was last read; undefined when it must be read again. */
  get recent(): Show | undefined {
    return performance.now() - this.shownAt < LOOK_MS ? this.seats?.show : undefined;
  }

  /**
   * From now on the viewer gets what changes, and at once what makes the statuses that he has those of now.
   * @param since the version that he has; undefined: none
   */
  join(viewer: Viewer, seats: ShownSeats, since: string | undefined): void {
    this.show(seats);
    viewer.send(showFrame(seats.show.status));
    const frame = seatFrame(boardOf(seats), since);
    if (frame !== undefined) viewer.send(frame);
    if (this.viewers.size === 0) this.sent = seats.board.version;
    this.viewers.add(viewer);
    viewer.onEnd(() => this.leave(viewer));
  }

  /** What was read of the show now: it may have another status, or another board. */
  show(seats: ShownSeats): void {
    const before = this.seats;
    this.seats = seats;
    this.shownAt = performance.now();
    if (before !== undefined && before.show.status !== seats.show.status) this.send(showFrame(seats.show.status));
    if (before?.board === seats.board) return;
    this.unwatch();
    this.unwatch = seats.board.watch(() => this.changed());
    this.changed();
  }

  /** Ends all streams: nobody may see the show any more. */
  end(): void {
    for (const viewer of this.viewers) viewer.end();
  }

  private leave(viewer: Viewer): void {
    this.viewers.delete(viewer);
    if (this.viewers.size > 0) return;
    this.unwatch();
    clearTimeout(this.nextFrame);
    this.over();
  }

  private changed(): void {
    if (this.viewers.size === 0) return;
    const wait = this.framedAt + FRAME_MS - performance.now();
    this.nextFrame ??= setTimeout(() => this.sendChanges(), Math.max(0, wait));
  }

  private sendChanges(): void {
    this.nextFrame = undefined;
    if (this.seats === undefined) return;
    const frame = seatFrame(boardOf(this.seats), this.sent);
    this.sent = this.seats.board.version;
    if (frame === undefined) return;
    this.framedAt = performance.now();
    this.send(frame);
  }

  private send(frame: Buffer): void {
    for (const viewer of this.viewers) viewer.send(frame);
  }
}

function boardOf({ show, board }: ShownSeats): BoardOf {
  return { showId: show.id, board };
}
