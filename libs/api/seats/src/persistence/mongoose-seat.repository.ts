import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { objectId } from '@modex/api-core';
import { Seat, SeatCounts, seatIdAt, seatNameAt, SeatPlace, SeatStatus, Show } from '@modex/domain';
import { Model } from 'mongoose';
import { ClaimOutcome, SeatClaim, SeatOwner, SeatRelease, SeatRepository } from '../seat.repository';
import { SeatDocument } from './seat.schema';

/** What the lists read of a seat. */
type PlaceDocument = Pick<SeatDocument, '_id' | 'row_number' | 'seat_number'>;

type OwnerDocument = Pick<SeatDocument, '_id' | 'status' | 'booking_id'>;
const OWNER_FIELDS = { status: 1, booking_id: 1 } as const;
/** Few enough that a buyer's command waits for no more than a moment behind them. */
const OWNERS_AT_ONCE = 200;

@Injectable()
export class MongooseSeatRepository extends SeatRepository {
  constructor(@InjectModel(SeatDocument.name) private readonly seats: Model<SeatDocument>) {
    super();
  }

  async take({ showId, seatId, bookingId, leaseUntil }: SeatClaim): Promise<ClaimOutcome> {
    const live = { $lt: ['$$NOW', leaseUntil] };
    const seat = await this.seats
      .findOneAndUpdate(
        // Its own seat again, since the driver may send a take twice, and the answer is that of the second.
        {
          show_id: objectId(showId),
          _id: objectId(seatId),
          $or: [{ status: 'AVAILABLE' satisfies SeatStatus }, { booking_id: objectId(bookingId) }],
        },
        [
          {
            $set: {
              status: { $cond: [live, 'BOOKED' satisfies SeatStatus, '$status'] },
              booking_id: { $cond: [live, objectId(bookingId), '$booking_id'] },
            },
          },
        ],
        { returnDocument: 'after', updatePipeline: true },
      )
      .lean<SeatDocument>();
    if (seat === null) return 'not-free';
    return seat.status === 'BOOKED' ? 'taken' : 'lease-over';
  }

  async release({ showId, seatIds, bookingId }: SeatRelease): Promise<number> {
    const { modifiedCount } = await this.seats.updateMany(
      { show_id: objectId(showId), _id: { $in: seatIds.map(objectId) }, booking_id: objectId(bookingId) },
      { $set: { status: 'AVAILABLE' satisfies SeatStatus }, $unset: { booking_id: 1 } },
    );
    return modifiedCount;
  }

  async create(show: Show, from: number, to: number): Promise<void> {
    const showId = objectId(show.id);
    const seats = Array.from({ length: to - from }, (_, i): SeatDocument => {
      const { rowNumber, seatNumber } = seatNameAt(show, from + i);
      const _id = objectId(seatIdAt(show.seatPrefix, from + i));
      return { _id, show_id: showId, row_number: rowNumber, seat_number: seatNumber, status: 'AVAILABLE' };
    });
    await this.seats.collection.insertMany(seats, { ordered: false });
  }

  async removeAllOf(showId: string): Promise<void> {
    await this.seats.deleteMany({ show_id: objectId(showId) });
  }

  async findByShow(showId: string): Promise<readonly Seat[]> {
    const seats = await this.seats
      .find({ show_id: objectId(showId) })
      .sort({ _id: 1 })
      .lean<SeatDocument[]>();
    return seats.map((seat) => ({ ...toPlace(seat), status: seat.status }));
  }

  async findPlaces(showId: string, seatIds: readonly string[]): Promise<readonly SeatPlace[]> {
    const filter = { show_id: objectId(showId), _id: { $in: seatIds.map(objectId) } };
    const fields = { row_number: 1, seat_number: 1 };
    return (await this.seats.find(filter, fields).sort({ _id: 1 }).lean<PlaceDocument[]>()).map(toPlace);
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

  async countTaken(showId: string): Promise<Omit<SeatCounts, 'AVAILABLE'>> {
    const counts = await this.seats.aggregate<{ _id: SeatStatus; seats: number }>([
      { $match: { show_id: objectId(showId), status: { $in: ['HELD', 'BOOKED', 'BLOCKED'] } } },
      { $group: { _id: '$status', seats: { $sum: 1 } } },
    ]);
    const of = (status: SeatStatus): number => counts.find(({ _id }) => _id === status)?.seats ?? 0;
    return { HELD: of('HELD'), BOOKED: of('BOOKED'), BLOCKED: of('BLOCKED') };
  }
}

function toPlace({ _id, row_number, seat_number }: PlaceDocument): SeatPlace {
  return { id: _id.toHexString(), rowNumber: row_number, seatNumber: seat_number };
}

function toOwner({ _id, status, booking_id }: OwnerDocument): SeatOwner {
  return { seatId: _id.toHexString(), status, bookingId: booking_id?.toHexString() };
}
