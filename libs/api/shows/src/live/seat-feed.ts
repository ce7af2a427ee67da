import { Viewer } from '@modex/api-core';
import { BoardOf, StatusBoard } from '@modex/api-seats';
import { SeatedShow } from '@modex/domain';
import { seatFrame, showFrame } from './seat-frames';

/** The least time between two frames of seats, in milliseconds; changes in between are sent together. */
const FRAME_MS = 250;
/** How often it is checked whether the show is still public, in milliseconds. */
const LOOK_MS = 2_000;

/** A show with its board, as it was just read. */
export interface ShownSeats {
  readonly show: SeatedShow;
  readonly board: StatusBoard;
}

/** All viewers of one show. A frame is made once for all of them. */
export class SeatFeed {
  private readonly viewers = new Set<Viewer>();
  private seats: ShownSeats | undefined;
  private shownAt = -Infinity;
  private unwatch: () => void = () => undefined;
  /** The version that all viewers have. */
  private sent: string | undefined;
  private framedAt = -Infinity;
  private nextFrame: NodeJS.Timeout | undefined;

  /** @param over called when the last viewer has left */
  constructor(private readonly over: () => void) {}

  /** The show as it was last read; undefined when it must be read again. */
  get recent(): SeatedShow | undefined {
    return performance.now() - this.shownAt < LOOK_MS ? this.seats?.show : undefined;
  }

  /**
   * Adds a viewer: it gets the difference between its version and the current one at once, and later changes as they come.
   * @param since the version that the viewer has; undefined: none
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

  /** Takes over the show as it was just read, possibly with another status or another board. */
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

  /** Ends all streams: the show is no longer public. */
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
  return { showId: show.id, planVersion: show.planVersion, board };
}
