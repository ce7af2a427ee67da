import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { changeOne, isDuplicateKey, newId, objectId, onlyIf } from '@modex/api-core';
import { BlockEvent, findSeat, Seat, SeatedShow, SeatStatus, seatStatusesBefore } from '@modex/domain';
import { Model, QueryFilter, Types } from 'mongoose';
import { SeatChanges } from '../board/seat-changes';
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
  TakenSeats,
} from '../seat.repository';
import { blockFields, blockReleaseFields, toBlockAct, toBlockEvents } from './seat-blocks';
import { newSeat } from './new-seat';
import { SeatDocument } from './seat.schema';

type OwnerDocument = Pick<SeatDocument, '_id' | 'status' | 'booking_id' | 'block_id'>;
/** What is counted together. */
interface CountKey {
  readonly show: Types.ObjectId;
  readonly status: SeatStatus;
}

const OUTCOME_FIELDS = { status: 1, version: 1 } as const;
const OWNER_FIELDS = { status: 1, booking_id: 1, block_id: 1 } as const;
const BLOCK_FIELDS = { status: 1, block_events: 1 } as const;
/** Few enough that a buyer's command waits for no more than a moment behind them. */
const OWNERS_AT_ONCE = 200;

const LOCKABLE = seatStatusesBefore('BOOKED', 'any-booking');
const FOLLOWING = seatStatusesBefore('BOOKED', 'its-booking');
const FREED = { status: 'AVAILABLE' satisfies SeatStatus, booking_id: '$$REMOVE', version: '$$REMOVE' } as const;
const RELEASABLE = seatStatusesBefore('AVAILABLE', 'its-booking');
const BLOCKABLE = seatStatusesBefore('BLOCKED', 'staff');
const BLOCK_RELEASABLE = seatStatusesBefore('AVAILABLE', 'staff');

@Injectable()
export class MongooseSeatRepository extends SeatRepository {
  constructor(
    @InjectModel(SeatDocument.name) private readonly seats: Model<SeatDocument>,
    private readonly changes: SeatChanges,
  ) {
    super();
  }

  async lock({ showId, seatId, bookingId, leaseUntil, planVersion, version }: SeatLock): Promise<LockOutcome> {
    const status: SeatStatus = version === undefined ? 'BOOKED' : 'HELD';
    const live = { $lt: ['$$NOW', leaseUntil] };
    const taken = { status, booking_id: objectId(bookingId), ...(version !== undefined && { version }) };
    const upTo = version === undefined ? {} : { version: { $lte: version } };
    const seat = await changeOne(
      this.seats,
      // Also matches the booking's own seat: the driver may send a lock twice, and the second answer counts.
      {
        show_id: objectId(showId),
        _id: objectId(seatId),
        $or: [
          { status: { $in: LOCKABLE }, ...knownIn(planVersion) },
          { booking_id: objectId(bookingId), status, ...upTo },
        ],
      },
      [{ $set: onlyIf(live, { ...taken, changed_at: '$$NOW' }) }],
      { projection: OUTCOME_FIELDS },
    );
    if (seat === null) return 'unavailable';
    if (seat.status !== status || seat.version !== version) return 'lease-over';
    this.changes.tell({ showId, seatIds: [seatId], status, bookingId });
    return 'locked';
  }

  async release({ upTo, ...seats }: SeatRelease): Promise<number> {
    const { modifiedCount } = await this.seats.updateMany(
      {
        ...owned(seats),
        status: { $in: RELEASABLE },
        ...(upTo !== undefined && { version: { $lte: upTo } }),
      },
      [{ $set: { ...FREED, changed_at: '$$NOW' } }],
      { updatePipeline: true },
    );
    this.tellAll(seats, modifiedCount, 'AVAILABLE');
    return modifiedCount;
  }

  async follow(seats: SeatsOfBooking): Promise<void> {
    const { modifiedCount } = await this.seats.updateMany(
      { ...owned(seats), status: { $in: FOLLOWING } },
      [{ $set: { status: 'BOOKED' satisfies SeatStatus, version: '$$REMOVE', changed_at: '$$NOW' } }],
      { updatePipeline: true },
    );
    this.tellAll(seats, modifiedCount, 'BOOKED');
  }

  async block(block: SeatBlock): Promise<BlockOutcome> {
    const act = newId();
    await this.changeAll(block, { status: { $in: BLOCKABLE } }, blockFields(block, act));
    const seats = await this.findBlocks(block);
    const missed = seats.filter(({ status }) => status !== 'BLOCKED').map(({ _id }) => _id.toHexString());
    const done = toBlockAct(act, seats);
    if (done.changed.length > 0) {
      this.changes.tell({ showId: block.showId, seatIds: done.changed, status: 'BLOCKED', bookingId: act });
    }
    return { ...done, missed };
  }

  async releaseBlocked(release: BlockRelease): Promise<BlockAct> {
    const act = newId();
    const { blockId } = release;
    const under = blockId === undefined ? {} : { block_id: objectId(blockId) };
    await this.changeAll(release, { status: { $in: BLOCK_RELEASABLE }, ...under }, blockReleaseFields(release, act));
    const done = toBlockAct(act, await this.findBlocks(release));
    // They may have stood under several blocks, and a board ignores a release by another than the owner.
    if (done.changed.length > 0) this.changes.doubt(release.showId);
    return done;
  }

  async findBlockEvents(showId: string, seatId?: string): Promise<readonly BlockEvent[]> {
    const only = seatId === undefined ? {} : { _id: objectId(seatId) };
    const filter = { show_id: objectId(showId), ...only, block_events: { $exists: true } };
    const seats = await this.seats.find(filter, BLOCK_FIELDS).sort({ _id: 1 }).lean<SeatDocument[]>();
    return seats.flatMap(toBlockEvents);
  }

  /** Some at a time, so that no command of a buyer waits for a thousand writes. */
  private async changeAll(
    { showId, seatIds, planVersion }: Pick<SeatBlock, 'showId' | 'seatIds' | 'planVersion'>,
    condition: QueryFilter<SeatDocument>,
    fields: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    for (let from = 0; from < seatIds.length; from += OWNERS_AT_ONCE) {
      const _id = { $in: seatIds.slice(from, from + OWNERS_AT_ONCE).map(objectId) };
      const filter = { show_id: objectId(showId), _id, ...condition, ...knownIn(planVersion) };
      await this.seats.updateMany(filter, [{ $set: fields }], { updatePipeline: true });
    }
  }

  private async findBlocks({ showId, seatIds }: Pick<SeatBlock, 'showId' | 'seatIds'>): Promise<SeatDocument[]> {
    const filter = { show_id: objectId(showId), _id: { $in: seatIds.map(objectId) } };
    return this.seats.find(filter, BLOCK_FIELDS).sort({ _id: 1 }).lean<SeatDocument[]>();
  }

  async create(show: SeatedShow, from: number, to: number): Promise<boolean> {
    const { plan } = show;
    const seats = Array.from({ length: to - from }, (_, i) => plan.place(plan.numberAt(from + i))).flatMap((place) =>
      place === undefined ? [] : [newSeat(show, place)],
    );
    try {
      await this.seats.collection.insertMany(seats, { ordered: false });
      return true;
    } catch (error) {
      // The driver may send it twice, and the answer is that of the second.
      if (isDuplicateKey(error)) return this.areMade(seats);
      throw error;
    }
  }

  private async areMade(seats: readonly SeatDocument[]): Promise<boolean> {
    const [{ _id: first, show_id }, { _id: last }] = [seats[0] as SeatDocument, seats.at(-1) as SeatDocument];
    const made = await this.seats.countDocuments({ show_id, _id: { $gte: first, $lte: last } });
    return made === seats.length;
  }

  async removeAllOf(showId: string): Promise<void> {
    await this.seats.deleteMany({ show_id: objectId(showId) });
  }

  /** Of fewer than were asked for nobody knows which. */
  private tellAll(seats: SeatsOfBooking, changed: number, status: SeatStatus): void {
    if (changed === seats.seatIds.length) this.changes.tell({ ...seats, status });
    else if (changed > 0) this.changes.doubt(seats.showId);
  }

  async findByShow(show: SeatedShow): Promise<readonly Seat[]> {
    // Names and positions are the plan's, and are not read a second time.
    const seats = await this.seats
      .find({ show_id: objectId(show.id) }, { status: 1 })
      .sort({ _id: 1 })
      .lean<Pick<SeatDocument, '_id' | 'status'>[]>();
    return seats.flatMap(({ _id, status }) => {
      const seat = findSeat(show, _id.toHexString());
      return seat === undefined ? [] : [{ ...seat, status }];
    });
  }

  async *eachOwner(showId: string): AsyncIterable<SeatOwner> {
    // In an order that never changes: else a cursor may meet a seat twice, or miss it, that is sold between two batches.
    const seats = this.seats
      .find({ show_id: objectId(showId) }, OWNER_FIELDS)
      .sort({ _id: 1 })
      .lean<OwnerDocument[]>();
    for await (const seat of seats.cursor({ batchSize: OWNERS_AT_ONCE })) yield toOwner(seat);
  }

  async findOwners(showId: string, seatIds: readonly string[]): Promise<readonly SeatOwner[]> {
    const filter = { show_id: objectId(showId), _id: { $in: seatIds.map(objectId) } };
    return (await this.seats.find(filter, OWNER_FIELDS).lean<OwnerDocument[]>()).map(toOwner);
  }

  async countTaken(showIds: readonly string[]): Promise<ReadonlyMap<string, TakenSeats>> {
    const counts = await this.seats.aggregate<{ _id: CountKey; seats: number }>([
      { $match: { show_id: { $in: showIds.map(objectId) }, status: { $in: ['HELD', 'BOOKED', 'BLOCKED'] } } },
      { $group: { _id: { show: '$show_id', status: '$status' }, seats: { $sum: 1 } } },
    ]);
    const found = new Map(counts.map(({ _id: { show, status }, seats }) => [`${show.toHexString()} ${status}`, seats]));
    const of = (showId: string, status: SeatStatus): number => found.get(`${showId} ${status}`) ?? 0;
    return new Map(
      showIds.map((id) => [id, { HELD: of(id, 'HELD'), BOOKED: of(id, 'BOOKED'), BLOCKED: of(id, 'BLOCKED') }]),
    );
  }
}

/** Those of the seats that carry the booking's id. */
function owned({ showId, seatIds, bookingId }: SeatsOfBooking): QueryFilter<SeatDocument> {
  return { show_id: objectId(showId), _id: { $in: seatIds.map(objectId) }, booking_id: objectId(bookingId) };
}

/** Seats that are what they are since this version of the plan, or an earlier one. */
function knownIn(planVersion: number): QueryFilter<SeatDocument> {
  return { since_version: { $not: { $gt: planVersion } } };
}

function toOwner({ _id, status, booking_id, block_id }: OwnerDocument): SeatOwner {
  const [bookingId, blockId] = [booking_id?.toHexString(), block_id?.toHexString()];
  return { seatId: _id.toHexString(), status, bookingId, blockId };
}
