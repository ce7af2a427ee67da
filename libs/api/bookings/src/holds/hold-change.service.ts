import { Injectable, Logger } from '@nestjs/common';
import { SeatRepository } from '@modex/api-seats';
import {
  Booking,
  ChangingHold,
  DomainError,
  HeldBooking,
  isChangingHold,
  isSameSeats,
  nameSeats,
  PlannedShow,
  seatsWithout,
  Show,
} from '@modex/domain';
import { BookingLocks, LockFailure } from '../booking-locks';
import { limitReached } from '../booking-refusals';
import { BookingSettling } from '../booking-settling';
import { BookingRepository } from '../booking.repository';
import { changeUnsettled, holdChanging, notHeld, unknownHold } from './hold-refusals';
import { HoldRepository } from './hold.repository';

/** For how long a change may lock seats, and nobody else may touch it. */
const CHANGE_LEASE_MS = 10_000;

/** The show of a hold: its plan, and its limit as it is now. */
export type HoldShow = PlannedShow & Pick<Show, 'limitPerCustomer' | 'planVersion'>;

/**
 * Changes holds: a hold gets exactly the wanted seats, or keeps its old ones. New seats are locked before the hold names
 * them, and old ones are released only after it no longer names them, so that a confirm is correct at any instant.
 */
@Injectable()
export class HoldChangeService {
  private readonly logger = new Logger(HoldChangeService.name);

  constructor(
    private readonly bookings: BookingRepository,
    private readonly holds: HoldRepository,
    private readonly seats: SeatRepository,
    private readonly locks: BookingLocks,
    private readonly settling: BookingSettling,
  ) {}

  /**
   * @param hold as it was read; HELD
   * @param wanted the seats that it is to have, in lock order
   * @throws DomainError `seat-taken` with that seat and `limit-reached` (the hold is what it was); `hold-changing` while
   * another change is under way; `in-progress` when the outcome is not known yet; `booking-expired`, `hold-released`,
   * `hold-confirmed`
   */
  async change(hold: Booking, show: HoldShow, wanted: readonly string[]): Promise<Booking> {
    if (hold.status === 'HELD' && hold.hold?.change === undefined && isSameSeats(hold.seats, wanted)) return hold;
    const begun = await this.begin(hold, wanted);
    await this.releaseEarlier(begun);
    await this.keepLimit(begun, show);
    await this.lockAdded(begun, show);
    const changed = await this.commit(begun, show);
    await this.releaseGivenUp(changed);
    return changed;
  }

  /** Undoes a change that was left unfinished, once. */
  private async begin(hold: Booking, seats: readonly string[]): Promise<ChangingHold> {
    const change = { seats, leaseMs: CHANGE_LEASE_MS };
    const begun = await this.holds.begin(hold, change);
    if (begun !== undefined) return begun;
    const seen = await this.bookings.find(hold);
    if (seen === undefined) throw unknownHold();
    if (!isChangingHold(seen)) throw notHeld(seen);
    if ((await this.holds.undo(seen)) === undefined) throw holdChanging();
    const second = await this.holds.begin(hold, change);
    if (second === undefined) throw holdChanging();
    return second;
  }

  /** Seats that an earlier change left locked are released before this change could lock them again. */
  private async releaseEarlier({ id: bookingId, showId, hold: { leaving, version } }: ChangingHold): Promise<void> {
    if (leaving.length === 0) return;
    await this.seats.release({ showId, bookingId, seatIds: leaving, upTo: version - 1 });
  }

  /** While a seat is exchanged for another, both count for the limit. Only a refusal counts what was bought. */
  private async keepLimit(begun: ChangingHold, { limitPerCustomer }: HoldShow): Promise<void> {
    const { seats, hold } = begun;
    const both = seats.length + addedBy(begun).length;
    if (hold.atMost === undefined || both <= hold.atMost) return;
    await this.drop(begun);
    const bought = await this.bookings.countSeatsBeside(begun);
    throw limitReached(limitPerCustomer ?? hold.atMost + bought, bought);
  }

  private async lockAdded(begun: ChangingHold, { planVersion }: HoldShow): Promise<void> {
    const { change, version } = begun.hold;
    const locking = { seats: addedBy(begun), leaseUntil: change.until, planVersion, version };
    const failure = await this.locks.lock(begun, locking);
    if (failure !== undefined) throw await this.giveUp(begun, failure);
  }

  /** A lock that came too late or whose outcome is unknown may still succeed, so it is left until the change's lease ends. */
  private async giveUp(begun: ChangingHold, { cause, reached }: LockFailure): Promise<unknown> {
    if (!isRefusal(cause)) return changeUnsettled();
    const { id: bookingId, showId } = begun;
    if (reached.length > 0) {
      try {
        await this.seats.release({ showId, bookingId, seatIds: reached, upTo: begun.hold.version });
      } catch (error) {
        this.logger.warn(`a change of ${bookingId} is left to the sweep: ${String(error)}`);
        return cause;
      }
    }
    await this.drop(begun);
    return cause;
  }

  private async drop(begun: ChangingHold): Promise<void> {
    await this.holds
      .drop(begun)
      .catch((error: unknown) => this.logger.warn(`a change of ${begun.id} is left to the sweep: ${String(error)}`));
  }

  /** If a commit missed or its outcome is unknown, the hold is read again, and nothing is released. */
  private async commit(begun: ChangingHold, show: PlannedShow): Promise<HeldBooking> {
    const { seats } = begun.hold.change;
    const committed = await this.holds.commit(begun, nameSeats(show, seats)).catch(() => undefined);
    if (committed !== undefined) return committed;
    const stored = await this.bookings.find(begun);
    if (stored === undefined) throw unknownHold();
    if (isCommitted(stored, begun)) return stored;
    if (stored.status === 'HELD') throw changeUnsettled();
    throw notHeld(stored);
  }

  private async releaseGivenUp(changed: HeldBooking): Promise<void> {
    if (changed.status !== 'HELD' || changed.hold.leaving.length === 0) return;
    await this.settling
      .settle(changed)
      .catch((error: unknown) => this.logger.warn(`seats of ${changed.id} are left to the sweep: ${String(error)}`));
  }
}

function addedBy({ seats, hold: { change } }: ChangingHold): readonly string[] {
  return seatsWithout(change.seats, seats);
}

function isCommitted(stored: Booking, { hold: { change, version } }: ChangingHold): stored is HeldBooking {
  const { hold, seats } = stored;
  return hold?.version === version && hold.change === undefined && isSameSeats(seats, change.seats);
}

/** Whether the failure was a seat that was not free: a certain outcome, with no write still under way. */
function isRefusal(cause: unknown): boolean {
  return cause instanceof DomainError && cause.code === 'seat-taken';
}
