import { Injectable } from '@nestjs/common';
import { ActivityLog, NewActivity, Snapshot } from '@modex/api-activity';
import { BlockAct, SeatRepository } from '@modex/api-seats';
import { BlockReason, DomainError, isSeatOf, nameSeats, SeatedShow, SeatStatus } from '@modex/domain';
import { noLonger } from './no-longer';
import { ShowService } from './show.service';

/** Seats that an admin blocks or releases. */
export interface SeatsOfStaff {
  readonly seatIds: readonly string[];
  /** The admin. */
  readonly by: string;
}

/** Why seats are kept from sale. */
export interface BlockWish extends SeatsOfStaff {
  readonly reason: BlockReason;
  readonly words?: string | undefined;
}

/** Seats that the request changed, and those that were so already, in the order of the plan. */
export interface BlockedSeats {
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
}

/** Keeps seats of a show from sale, and gives them back to it. */
@Injectable()
export class SeatBlockService {
  constructor(
    private readonly shows: ShowService,
    private readonly seats: SeatRepository,
    private readonly log: ActivityLog,
  ) {}

  /**
   * Blocks all of the seats, or none. What is blocked already stays as it is, also in whose name. A process that dies between
   * the two writes, or a database that does not answer, may leave some of them blocked: they tell by whom and why, and are
   * released like any other.
   * @throws DomainError `unknown-show`, `unknown-seat`, `show-move-refused`; `seat-taken` with those that are held or sold
   */
  async block(showId: string, { seatIds, by, reason, words }: BlockWish): Promise<BlockedSeats> {
    const { show, sorted } = await this.check(showId, seatIds);
    const wanted = { showId, seatIds: sorted, planVersion: show.planVersion };
    const { missed, ...act } = await this.seats.block({ ...wanted, by, reason, words });
    if (missed.length > 0) {
      // By the block: what another admin blocked meanwhile stays blocked.
      await this.seats.releaseBlocked({ ...wanted, by, blockId: act.id });
      throw new DomainError('seat-taken', 'Some of the seats are held or sold; none was blocked.', { seatIds: missed });
    }
    const told = { before: stateOf(show, 'AVAILABLE', act), after: stateOf(show, 'BLOCKED', act, reason) };
    return this.done(show, sorted, { act, by, told, words });
  }

  /**
   * Gives blocked seats back to the sale, whoever blocked them. Every other seat stays as it is.
   * @throws DomainError `unknown-show`, `unknown-seat`, `show-move-refused`
   */
  async release(showId: string, { seatIds, by }: SeatsOfStaff): Promise<BlockedSeats> {
    const { show, sorted } = await this.check(showId, seatIds);
    const { planVersion } = show;
    const act = await this.seats.releaseBlocked({ showId, seatIds: sorted, planVersion, by });
    const told = { before: stateOf(show, 'BLOCKED', act), after: stateOf(show, 'AVAILABLE', act) };
    return this.done(show, sorted, { act, by, told });
  }

  private async check(
    showId: string,
    seatIds: readonly string[],
  ): Promise<{ show: SeatedShow; sorted: readonly string[] }> {
    const show = await this.shows.findSeated(showId);
    const sorted = [...new Set(seatIds)].sort();
    const unknown = sorted.filter((seatId) => !isSeatOf(show, seatId));
    if (unknown.length > 0) {
      throw new DomainError('unknown-seat', 'These seats are not in this show; take ids from its seat map.', {
        seatIds: unknown,
      });
    }
    if (show.status === 'CANCELLED' || show.started) {
      throw noLonger(show, 'its seats cannot be blocked or released');
    }
    return { show, sorted };
  }

  private async done(
    show: SeatedShow,
    sorted: readonly string[],
    { act, by, told, words }: Done,
  ): Promise<BlockedSeats> {
    const { id, at, changed } = act;
    if (at !== undefined) {
      const of = { kind: 'show', id: show.id } as const;
      await this.log.record({ event: `seats ${id}`, at, by, action: 'seat.block', of, ...told, reason: words });
    }
    return { changed, unchanged: sorted.filter((seatId) => !changed.includes(seatId)) };
  }
}

interface Done {
  readonly act: BlockAct;
  readonly by: string;
  readonly told: Pick<NewActivity, 'before' | 'after'>;
  readonly words?: string | undefined;
}

function stateOf(show: SeatedShow, status: SeatStatus, { changed }: BlockAct, reason?: BlockReason): Snapshot {
  const seats = nameSeats(show, changed).map(({ name }) => name);
  return { status, seats, ...(reason !== undefined && { reason }) };
}
