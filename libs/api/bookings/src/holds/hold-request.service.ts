import { Injectable } from '@nestjs/common';
import { Caller } from '@modex/api-accounts';
import { Settings } from '@modex/api-core';
import { checkQuantity, DomainError, HallPart, SeatPreference } from '@modex/domain';
import { BestChangeService } from './best-change.service';
import { BestHoldService } from './best-hold.service';
import { CustomerHolds, HoldDetails, HoldName } from './customer-holds';
import { HoldOutcome, HoldService } from './hold.service';

/** A request for a hold: of the named seats, or of so many of the best ones. */
export interface HoldRequest extends HallPart {
  readonly showId: string;
  readonly seatIds?: readonly string[] | undefined;
  readonly quantity?: number | undefined;
  readonly preference?: SeatPreference | undefined;
  /** Where an anonymous guest holds from; absent for everybody else. */
  readonly origin?: string | undefined;
}

/** A request for a change of a hold: to the named seats, or to so many of the best ones. */
export type HoldChangeRequest = HoldName & HallPart & Pick<HoldRequest, 'seatIds' | 'quantity' | 'preference'>;

/** Makes holds of either kind, and changes them. */
@Injectable()
export class HoldRequestService {
  constructor(
    private readonly named: HoldService,
    private readonly best: BestHoldService,
    private readonly holds: CustomerHolds,
    private readonly bestChanges: BestChangeService,
    private readonly settings: Settings,
  ) {}

  /** @throws DomainError `validation-failed` unless one of both is given; as `HoldService.hold`, or as `BestHoldService.hold` */
  async hold(
    { showId, seatIds, quantity, preference = 'together', origin, ...part }: HoldRequest,
    caller: Caller,
  ): Promise<HoldOutcome> {
    if (quantity === undefined && seatIds !== undefined) return this.named.hold({ showId, seatIds, origin }, caller);
    if (quantity === undefined || seatIds !== undefined) throw neitherOrBoth();
    checkQuantity(quantity, this.settings.maxSeatsPerBooking);
    return this.best.hold({ ...part, showId, quantity, preference, origin }, caller);
  }

  /**
   * @throws DomainError `validation-failed` unless one of both is given; as `CustomerHolds.change`, or `unknown-hold` and as
   * `BestChangeService.change`
   */
  async change(
    { seatIds, quantity, preference = 'together', section, category, ...name }: HoldChangeRequest,
    caller: Caller,
  ): Promise<HoldDetails> {
    if (quantity === undefined && seatIds !== undefined) return this.holds.change(name, seatIds, caller);
    if (quantity === undefined || seatIds !== undefined) throw neitherOrBoth();
    checkQuantity(quantity, this.settings.maxSeatsPerBooking);
    const hold = await this.holds.own(name, caller);
    const wish = { quantity, preference, section, category };
    return this.holds.justWritten(await this.bestChanges.change(hold, wish, caller));
  }
}

function neitherOrBoth(): DomainError {
  const message = 'Give either seatIds, or quantity.';
  return new DomainError('validation-failed', message, { fields: [{ field: 'seatIds', message }] });
}
