import type { ServerResponse } from 'node:http';
import type { Commands, Wanted } from './commands';
import { answer } from './http';
import type { LockAll } from './strategies';

/** Books as Modex does: intent, locks, confirm; or the rollback. */
export class FloorBookings {
  constructor(
    private readonly commands: Commands,
    private readonly lockAll: LockAll,
  ) {}

  async book(wanted: Wanted, response: ServerResponse): Promise<void> {
    const intent = await this.commands.open(wanted);
    const { isLocked, restarts } = await this.lockAll(intent);
    if (restarts > 0) response.setHeader('x-restarts', restarts);
    if (!isLocked) {
      await this.commands.fail(intent);
      return answer(response, 409, { code: 'seat-taken' });
    }
    if (!(await this.commands.confirm(intent))) return answer(response, 409, { code: 'booking-expired' });
    const { _id: bookingId, code, show_id: showId, seats: seatIds, created_at: createdAt } = intent;
    answer(response, 201, { bookingId, code, status: 'CONFIRMED', showId, seatIds, createdAt });
  }
}
