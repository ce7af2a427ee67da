import {
  BlockAct,
  BlockOutcome,
  BlockRelease,
  LockOutcome,
  SeatBlock,
  SeatLock,
  SeatOwner,
  SeatRelease,
  SeatRepository,
  SeatsOfBooking,
} from '@modex/api-seats/protocol';
import { findSeat, Seat, SeatedShow, seatIdAt } from '@modex/domain';
import { Send } from './commands';
import { FoundBlock } from './block-commands';
import { seatStatus } from './store-state';

/** What the protocol calls of the port, and the seat map. */
export type ModelledSeats = Pick<
  SeatRepository,
  'lock' | 'release' | 'follow' | 'block' | 'releaseBlocked' | 'create' | 'removeAllOf' | 'findByShow' | 'findOwners'
>;

/**
 * The port of the seats in front of the model store, command for command as the real one, but that seats which staff block
 * are written one by one: the database writes them so too, within a command.
 */
export class ModelSeatRepository implements ModelledSeats {
  constructor(
    private readonly send: Send,
    private readonly newActId: () => string,
  ) {}

  async lock({ leaseUntil, ...seat }: SeatLock): Promise<LockOutcome> {
    return this.send('seats.lock', { ...seat, leaseUntil: leaseUntil.getTime() });
  }

  async release(release: SeatRelease): Promise<number> {
    return this.send('seats.release', release);
  }

  async follow(seats: SeatsOfBooking): Promise<void> {
    await this.send('seats.follow', seats);
  }

  async block({ showId, seatIds, planVersion }: SeatBlock): Promise<BlockOutcome> {
    const act = this.newActId();
    for (const seatId of seatIds) await this.send('seats.block', { showId, seatId, act, planVersion });
    const found = await this.send('seats.findBlocks', { showId, seatIds });
    const missed = found.filter(({ status }) => status !== 'BLOCKED').map(({ seatId }) => seatId);
    return { ...toBlockAct(act, found), missed };
  }

  async releaseBlocked({ showId, seatIds, planVersion, blockId }: BlockRelease): Promise<BlockAct> {
    const act = this.newActId();
    for (const seatId of seatIds) {
      await this.send('seats.releaseBlocked', { showId, seatId, act, planVersion, blockId });
    }
    return toBlockAct(act, await this.send('seats.findBlocks', { showId, seatIds }));
  }

  async create({ id: showId }: SeatedShow, from: number, to: number): Promise<boolean> {
    const places = { showId, from, to };
    return (await this.send('seats.create', places)) || this.send('seats.countMade', places);
  }

  async findOwners(showId: string, seatIds: readonly string[]): Promise<readonly SeatOwner[]> {
    return this.send('seats.findOwners', { showId, seatIds });
  }

  async removeAllOf(showId: string): Promise<void> {
    await this.send('seats.removeAllOf', { showId });
  }

  async findByShow(show: SeatedShow): Promise<readonly Seat[]> {
    const { places, ...stand } = await this.send('seats.findByShow', { showId: show.id });
    const ids = places.flatMap(([from, to]) =>
      Array.from({ length: to - from }, (_, i) => seatIdAt(show.seatPrefix, from + i)),
    );
    return ids.flatMap((id): Seat[] => {
      const seat = findSeat(show, id);
      return seat === undefined ? [] : [{ ...seat, status: seatStatus(stand, id) }];
    });
  }
}

function toBlockAct(id: string, found: readonly FoundBlock[]): BlockAct {
  const done = found.flatMap(({ seatId, acts }) =>
    acts.filter(({ act }) => act === id).map(({ at }) => ({ seatId, at: new Date(at) })),
  );
  return { id, changed: [...new Set(done.map(({ seatId }) => seatId))], at: done[0]?.at };
}
