import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { isDuplicateKey, literals, objectId, onlyIf } from '@modex/api-core';
import { Place, SeatedShow, seatIdAt, seatStatusesBefore, SeatStatus } from '@modex/domain';
import { Model, mongo, QueryFilter } from 'mongoose';
import { SeatChanges } from '../board/seat-changes';
import { AsideSeats, SeatSwitches, SwitchedPlaces, SwitchedSeats } from '../seat-switches';
import { newSeat } from './new-seat';
import { SeatDocument } from './seat.schema';

const ASIDE_FROM = seatStatusesBefore('BLOCKED', 'staff');
const BLOCKED: SeatStatus = 'BLOCKED';
const FREE: SeatStatus = 'AVAILABLE';
/** What a seat that was set aside no longer carries. */
const NO_LONGER_ASIDE = {
  switch_id: '$$REMOVE',
  since_before: '$$REMOVE',
  label_before: '$$REMOVE',
  changed_at: '$$NOW',
} as const;
/** What was set aside becomes what it was. */
const AS_BEFORE = {
  status: FREE,
  block_id: '$$REMOVE',
  since_version: { $ifNull: ['$since_before', '$$REMOVE'] },
  label: { $ifNull: ['$label_before', '$$REMOVE'] },
  ...NO_LONGER_ASIDE,
} as const;

@Injectable()
export class MongooseSeatSwitches extends SeatSwitches {
  constructor(
    @InjectModel(SeatDocument.name) private readonly seats: Model<SeatDocument>,
    private readonly changes: SeatChanges,
  ) {
    super();
  }

  async setAside({ until, version, ...seats }: AsideSeats): Promise<void> {
    const act = objectId(seats.switchId);
    // A name of its own, so that another seat can have the old one.
    const label = { $concat: [seats.switchId, ' ', { $ifNull: ['$label', ''] }] };
    const before = { since_before: '$since_version', label_before: '$label' };
    const aside = { status: BLOCKED, block_id: act, switch_id: act, ...before, label, changed_at: '$$NOW' };
    const since_version = { $literal: version };
    const free = { status: { $in: ASIDE_FROM } };
    await this.change(seats, free, onlyIf({ $lt: ['$$NOW', until] }, { ...aside, since_version }));
  }

  async make({ show, numbers, switchId }: SwitchedPlaces): Promise<boolean> {
    const made = { since_version: show.planVersion, switch_id: objectId(switchId) };
    const seats = placesOf(show, numbers).map((place) => ({ ...newSeat(show, place), ...made }));
    try {
      if (seats.length > 0) await this.seats.collection.insertMany(seats, { ordered: false });
      return true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      // The driver may send it twice, and the answer is that of the second.
      const filter = { show_id: objectId(show.id), _id: { $in: seats.map(({ _id }) => _id) }, ...made };
      return (await this.seats.countDocuments(filter)) === seats.length;
    }
  }

  async putBack(seats: SwitchedSeats): Promise<boolean> {
    return this.restore(seats.showId, { ...named(seats), block_id: objectId(seats.switchId) });
  }

  async removeMade(showId: string, switchIds: readonly string[]): Promise<void> {
    await this.seats.deleteMany({ ...by(showId, switchIds), block_id: { $exists: false } });
  }

  async putAllBack(showId: string, switchIds: readonly string[]): Promise<boolean> {
    return this.restore(showId, { ...by(showId, switchIds), block_id: { $in: switchIds.map(objectId) } });
  }

  async removeAside(seats: SwitchedSeats): Promise<void> {
    await this.seats.deleteMany({ ...named(seats), block_id: objectId(seats.switchId) });
    this.changes.doubt(seats.showId);
  }

  async rename({ show, numbers, switchId }: SwitchedPlaces): Promise<void> {
    const act = objectId(switchId);
    // Staff may have released it in between.
    const isAside = { $eq: ['$block_id', act] };
    const free = onlyIf(isAside, { status: FREE, block_id: '$$REMOVE' });
    const renames = placesOf(show, numbers).map((place): mongo.AnyBulkWriteOperation => {
      const { _id, show_id, section, row_number, seat_number, category, label } = newSeat(show, place);
      const name = { label: '$$REMOVE', ...literals({ section, row_number, seat_number, category, label }) };
      const update = [{ $set: { ...name, ...free, ...NO_LONGER_ASIDE } }];
      return { updateOne: { filter: { _id, show_id, switch_id: act }, update } };
    });
    if (renames.length > 0) await this.seats.collection.bulkWrite(renames);
    this.changes.doubt(show.id);
  }

  async recategorise({ show, numbers }: SwitchedPlaces): Promise<void> {
    const byCategory = new Map<string, string[]>();
    for (const { category, number } of placesOf(show, numbers)) {
      byCategory.set(category, [...(byCategory.get(category) ?? []), seatIdAt(show.seatPrefix, number)]);
    }
    const { planVersion: since_version } = show;
    const earlier = { since_version: { $not: { $gte: since_version } } };
    for (const [category, seatIds] of byCategory) {
      const fields = literals({ category, since_version });
      const filter = { ...named({ showId: show.id, seatIds }), ...earlier };
      await this.seats.updateMany(filter, [{ $set: fields }], { updatePipeline: true });
    }
  }

  private async restore(showId: string, aside: QueryFilter<SeatDocument>): Promise<boolean> {
    try {
      await this.seats.updateMany(aside, [{ $set: AS_BEFORE }], { updatePipeline: true });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    } finally {
      this.changes.doubt(showId);
    }
  }

  private async change(
    seats: SwitchedSeats,
    condition: QueryFilter<SeatDocument>,
    fields: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.seats.updateMany({ ...named(seats), ...condition }, [{ $set: fields }], { updatePipeline: true });
    this.changes.doubt(seats.showId);
  }
}

function named({ showId, seatIds }: Pick<SwitchedSeats, 'showId' | 'seatIds'>): QueryFilter<SeatDocument> {
  return { show_id: objectId(showId), _id: { $in: seatIds.map(objectId) } };
}

function by(showId: string, switchIds: readonly string[]): QueryFilter<SeatDocument> {
  return { show_id: objectId(showId), switch_id: { $in: switchIds.map(objectId) } };
}

function placesOf({ plan }: SeatedShow, numbers: readonly number[]): readonly Place[] {
  return numbers.flatMap((number) => plan.place(number) ?? []);
}
