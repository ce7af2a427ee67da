import type { ServerResponse } from 'node:http';
import { ObjectId } from 'mongodb';
import type { Commands, Wanted } from './commands';
import { HoldCommands } from './hold-commands';
import { answer } from './http';
import { lockInTurn } from './strategies';

/** Seats that are wanted for a hold that there is. */
export interface WantedOfHold extends Wanted {
  readonly holdId: ObjectId;
}

/** Holds seats as Modex does, changes holds by seats that are added, and books what is held. */
export class FloorHolds {
  private readonly holds: HoldCommands;

  constructor(private readonly commands: Commands) {
    this.holds = new HoldCommands(commands);
  }

  async hold(wanted: Wanted, response: ServerResponse): Promise<void> {
    const intent = await this.commands.open({ ...wanted, isHold: true });
    if (!(await lockInTurn(this.commands, { ...intent, version: 0 })).isLocked) {
      await this.commands.fail(intent);
      return answer(response, 409, { code: 'seat-taken' });
    }
    const until = await this.holds.hold(intent);
    if (until === undefined) return answer(response, 409, { code: 'booking-expired' });
    const { _id: holdId, show_id: showId, seats: seatIds } = intent;
    answer(response, 201, { holdId, showId, status: 'HELD', seatIds, until });
  }

  async change({ holdId: _id, user_id, seats }: WantedOfHold, response: ServerResponse): Promise<void> {
    const hold = await this.holds.find({ _id, user_id });
    if (hold === null) return answer(response, 404, { code: 'unknown-hold' });
    const added = seats.filter((seat) => !hold.seats.some((had) => had.equals(seat)));
    if (added.length !== seats.length - hold.seats.length) return answer(response, 400, { code: 'only-adds-seats' });
    const change = await this.holds.begin(hold, seats);
    if (change === undefined) return answer(response, 409, { code: 'hold-changing' });
    const { until: lease_until, version } = change;
    const locking = { _id, show_id: hold.show_id, seats: added, lease_until, version };
    if (!(await lockInTurn(this.commands, locking)).isLocked) {
      await this.holds.drop(change);
      return answer(response, 409, { code: 'seat-taken' });
    }
    const until = await this.holds.commit(change);
    if (until === undefined) return answer(response, 409, { code: 'booking-expired' });
    answer(response, 200, { holdId: _id, showId: hold.show_id, status: 'HELD', seatIds: seats, until });
  }

  async confirm({ holdId: _id, user_id, seats: seatIds }: WantedOfHold, response: ServerResponse): Promise<void> {
    const hold = await this.holds.find({ _id, user_id });
    if (hold === null) return answer(response, 404, { code: 'unknown-hold' });
    if (!(await this.holds.confirm(hold, seatIds))) return answer(response, 409, { code: 'hold-changed' });
    await this.holds.follow(hold);
    const { code, show_id: showId, created_at: createdAt } = hold;
    answer(response, 201, { bookingId: _id, code, status: 'CONFIRMED', showId, seatIds, createdAt });
  }
}
