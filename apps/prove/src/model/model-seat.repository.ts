import { ClaimOutcome, SeatClaim, SeatRelease, SeatRepository } from '@modex/api-seats/protocol';
import { Seat, seatIdAt, seatNameAt, Show } from '@modex/domain';
import { DuplicateKey, Send } from './commands';

/** What the protocol calls of the port, and the seat map. */
export type ModelledSeats = Pick<SeatRepository, 'take' | 'release' | 'create' | 'removeAllOf' | 'findByShow'>;

/** The port of the seats in front of the model store, command for command as the real one. */
export class ModelSeatRepository implements ModelledSeats {
  /** @param showOf the show of an id, for the names of its seats; only lists need it */
  constructor(
    private readonly send: Send,
    private readonly showOf: (showId: string) => Pick<Show, 'seatPrefix' | 'seatsPerRow' | 'totalSeats'> | undefined,
  ) {}

  async take({ leaseUntil, ...claim }: SeatClaim): Promise<ClaimOutcome> {
    return this.send('seats.take', { ...claim, leaseUntil: leaseUntil.getTime() });
  }

  async release(release: SeatRelease): Promise<number> {
    return this.send('seats.release', release);
  }

  async create({ id: showId }: Show, from: number, to: number): Promise<void> {
    if (!(await this.send('seats.create', { showId, from, to }))) throw new DuplicateKey('_id');
  }

  async removeAllOf(showId: string): Promise<void> {
    await this.send('seats.removeAllOf', { showId });
  }

  async findByShow(showId: string): Promise<readonly Seat[]> {
    const { places, owners } = await this.send('seats.findByShow', { showId });
    const show = this.showOf(showId);
    if (show === undefined) return [];
    return places.flatMap(([from, to]) =>
      Array.from({ length: to - from }, (_, i): Seat => {
        const id = seatIdAt(show.seatPrefix, from + i);
        return { id, ...seatNameAt(show, from + i), status: owners[id] === undefined ? 'AVAILABLE' : 'BOOKED' };
      }),
    );
  }
}
