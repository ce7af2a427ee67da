import { Injectable } from '@nestjs/common';
import { Booking, isChangingHold } from '@modex/domain';
import { HoldRepository } from './hold.repository';

/** The sweep's part for holds that last: undoes changes that were left unfinished. */
@Injectable()
export class HoldSettling {
  constructor(private readonly holds: HoldRepository) {}

  /**
   * @param due a booking that the sweep met before its end
   * @returns the hold whose leaving seats may be released; undefined for anything else
   */
  async afterChange(due: Booking): Promise<Booking | undefined> {
    if (due.status !== 'HELD') return undefined;
    return isChangingHold(due) ? ((await this.holds.undo(due)) ?? due) : due;
  }
}
