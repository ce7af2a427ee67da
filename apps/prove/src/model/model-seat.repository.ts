import { LockOutcome, SeatLock, SeatRelease, SeatRepository, SeatsOfBooking } from '@modex/api-seats/protocol';
import { findSeat, Seat, SeatedShow, seatIdAt } from '@modex/domain';
import { Send } from './commands';
import { seatStatus } from './store-state';

/** What the protocol calls of the port, and the seat map. */
export type ModelledSeats = Pick<
  SeatRepository,
  'lock' | 'release' | 'follow' | 'create' | 'removeAllOf' | 'findByShow'
>;

/** The port of the seats in front of the model store, command for command as the real one. */
export class ModelSeatRepository implements ModelledSeats {
  constructor(private readonly send: Send) {}

  async lock({ leaseUntil, ...seat }: SeatLock): Promise<LockOutcome> {
    return this.send('seats.lock', { ...seat, leaseUntil: leaseUntil.getTime() });
  }

  async release(release: SeatRelease): Promise<number> {
    return this.send('seats.release', release);
  }

  async follow(seats: SeatsOfBooking): Promise<void> {
    await this.send('seats.follow', seats);
  }

  async create({ id: showId }: SeatedShow, from: number, to: number): Promise<boolean> {
    const places = { showId, from, to };
    return (await this.send('seats.create', places)) || this.send('seats.countMade', places);
  }

  async removeAllOf(showId: string): Promise<void> {
    await this.send('seats.removeAllOf', { showId });
  }

  async findByShow(show: SeatedShow): Promise<readonly Seat[]> {
    const { places, owners, held } = await this.send('seats.findByShow', { showId: show.id });
    const ids = places.flatMap(([from, to]) =>
      Array.from({ length: to - from }, (_, i) => seatIdAt(show.seatPrefix, from + i)),
    );
    return ids.flatMap((id): Seat[] => {
      const seat = findSeat(show, id);
      return seat === undefined ? [] : [{ ...seat, status: seatStatus({ owners, held }, id) }];
    });
  }
}
