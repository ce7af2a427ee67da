import { LockOutcome, SeatLock, SeatRelease, SeatRepository } from '@modex/api-seats/protocol';
import { findSeat, Seat, seatIdAt, Show } from '@modex/domain';
import { Send } from './commands';

/** What the protocol calls of the port, and the seat map. */
export type ModelledSeats = Pick<SeatRepository, 'lock' | 'release' | 'create' | 'removeAllOf' | 'findByShow'>;

/** The port of the seats in front of the model store, command for command as the real one. */
export class ModelSeatRepository implements ModelledSeats {
  constructor(private readonly send: Send) {}

  async lock({ leaseUntil, ...seat }: SeatLock): Promise<LockOutcome> {
    return this.send('seats.lock', { ...seat, leaseUntil: leaseUntil.getTime() });
  }

  async release(release: SeatRelease): Promise<number> {
    return this.send('seats.release', release);
  }

  async create({ id: showId }: Show, from: number, to: number): Promise<boolean> {
    const places = { showId, from, to };
    return (await this.send('seats.create', places)) || this.send('seats.countMade', places);
  }

  async removeAllOf(showId: string): Promise<void> {
    await this.send('seats.removeAllOf', { showId });
  }

  async findByShow(show: Show): Promise<readonly Seat[]> {
    const { places, owners } = await this.send('seats.findByShow', { showId: show.id });
    const ids = places.flatMap(([from, to]) =>
      Array.from({ length: to - from }, (_, i) => seatIdAt(show.seatPrefix, from + i)),
    );
    return ids.flatMap((id): Seat[] => {
      const seat = findSeat(show, id);
      return seat === undefined ? [] : [{ ...seat, status: owners[id] === undefined ? 'AVAILABLE' : 'BOOKED' }];
    });
  }
}
