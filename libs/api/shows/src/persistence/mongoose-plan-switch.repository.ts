import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { changeOne, newId, objectId, onlyIf } from '@modex/api-core';
import { OPEN_SWITCHES, PlanSwitch, PlanSwitchState } from '@modex/domain';
import { Model, QueryFilter } from 'mongoose';
import { NewPlanSwitch, PlanSwitchRepository, SwitchedShow } from '../plan-switch/plan-switch.repository';
import { EDITABLE, EDITABLE_STATUSES, editFields } from './show-edit';
import { ShowDocument } from './show.schema';

/** How long after the end of a lease its switch is given up, in milliseconds: the clocks of a cluster differ. */
const GRACE_MS = 5_000;
/** How often a sweep looks at a switch that a process left unfinished, or that was given up, in milliseconds. */
const PAUSE_MS = 5_000;
/** A process that slept may make some seats more. No process sleeps longer than an hour. */
const WATCH_MS = 60 * 60 * 1_000;

const IS_LIVE = { $lt: ['$$NOW', '$plan_switch.until'] };
const SWITCH_FIELDS = { plan_switch: 1, dead_switches: 1 } as const;
const UNFINISHED: readonly PlanSwitchState[] = OPEN_SWITCHES;

@Injectable()
export class MongoosePlanSwitchRepository extends PlanSwitchRepository {
  constructor(@InjectModel(ShowDocument.name) private readonly shows: Model<ShowDocument>) {
    super();
  }

  async begin({ showId, from, to, by, version }: NewPlanSwitch, leaseMs: number): Promise<PlanSwitch | undefined> {
    const id = objectId(newId());
    const until = { $add: ['$$NOW', leaseMs] };
    const begun = { id, from: { $literal: from }, to: { $literal: to }, by: objectId(by), state: 'PREPARING', until };
    const filter: QueryFilter<ShowDocument> = {
      ...{ _id: objectId(showId), plan_id: { $exists: true }, layout_version: from, version: version || null },
      status: { $in: EDITABLE_STATUSES },
      // The driver may send it twice, and the second finds its own, unless that was given up meanwhile.
      dead_switches: { $ne: id },
      $or: [{ 'plan_switch.state': { $nin: UNFINISHED } }, { 'plan_switch.id': id }],
    };
    const set = { plan_switch: begun, switch_due: { $add: ['$$NOW', leaseMs + GRACE_MS] } };
    const show = await changeOne(this.shows, filter, [{ $set: onlyIf(EDITABLE, set) }]);
    return show?.plan_switch?.id.equals(id) === true ? toSwitch(show) : undefined;
  }

  async extend(planSwitch: PlanSwitch, leaseMs: number): Promise<PlanSwitch | undefined> {
    const set = onlyIf(IS_LIVE, {
      plan_switch: changed({ until: { $add: ['$$NOW', leaseMs] } }),
      switch_due: { $add: ['$$NOW', leaseMs + GRACE_MS] },
    });
    return toSwitch(await changeOne(this.shows, inState(planSwitch, 'PREPARING'), [{ $set: set }]));
  }

  async commit(planSwitch: PlanSwitch, { layout, edit }: SwitchedShow): Promise<PlanSwitch | undefined> {
    const filter: QueryFilter<ShowDocument> = {
      ...inState(planSwitch, 'PREPARING'),
      ...{ version: edit.version || null, status: { $in: EDITABLE_STATUSES } },
    };
    const seen = await this.shows.findOne(filter, { changes: 1 }).lean<Pick<ShowDocument, 'changes'>>();
    if (seen === null) return undefined;
    const set = {
      ...editFields(edit, seen.changes ?? []),
      layout_version: { $literal: planSwitch.to },
      total_seats: { $literal: layout.totalSeats },
      seats_per_row: { $literal: layout.seatsPerRow },
      plan_switch: changed({ state: 'FINISHING' }),
      switch_due: { $add: ['$$NOW', PAUSE_MS] },
    };
    const show = await changeOne(this.shows, filter, [{ $set: onlyIf({ $and: [EDITABLE, IS_LIVE] }, set) }]);
    return show?.plan_switch?.state === 'FINISHING' ? toSwitch(show) : undefined;
  }

  async giveUp(planSwitch: PlanSwitch): Promise<PlanSwitch | undefined> {
    return this.undoIf(planSwitch, true);
  }

  async giveUpExpired(planSwitch: PlanSwitch): Promise<PlanSwitch | undefined> {
    return this.undoIf(planSwitch, { $lte: ['$switch_due', '$$NOW'] });
  }

  async end(planSwitch: PlanSwitch): Promise<void> {
    const isDone = planSwitch.state === 'FINISHING';
    const ended = { plan_switch: changed({ state: isDone ? 'DONE' : 'UNDONE', ended_at: '$$NOW' }) };
    // Without one that was given up there is nothing that may come late.
    const hasDead = { $gt: [{ $size: { $ifNull: ['$dead_switches', []] } }, 0] };
    const switch_due = { $cond: [hasDead, { $add: ['$$NOW', PAUSE_MS] }, '$$REMOVE'] };
    await changeOne(this.shows, inState(planSwitch, planSwitch.state), [{ $set: { ...ended, switch_due } }]);
  }

  async find(showId: string): Promise<PlanSwitch | undefined> {
    const show = await this.shows.findById(objectId(showId), SWITCH_FIELDS).lean<ShowDocument>();
    return toSwitch(show);
  }

  async findDue(limit: number): Promise<readonly PlanSwitch[]> {
    const shows = await this.shows.aggregate<ShowDocument>([
      { $match: { switch_due: { $exists: true } } },
      { $set: { due: { $lte: ['$switch_due', '$$NOW'] } } },
      { $match: { due: true } },
      { $sort: { switch_due: 1 } },
      { $limit: limit },
      { $project: SWITCH_FIELDS },
    ]);
    return shows.flatMap((show) => toSwitch(show) ?? []);
  }

  async swept(planSwitch: PlanSwitch): Promise<void> {
    const isClear = { $gte: ['$$NOW', { $add: ['$plan_switch.ended_at', WATCH_MS] }] };
    const next = { $cond: [isClear, '$$REMOVE', { $add: ['$$NOW', PAUSE_MS] }] };
    await changeOne(this.shows, inState(planSwitch, planSwitch.state), [{ $set: { switch_due: next } }]);
  }

  private async undoIf(planSwitch: PlanSwitch, condition: unknown): Promise<PlanSwitch | undefined> {
    const dead = { $setUnion: [{ $ifNull: ['$dead_switches', []] }, [objectId(planSwitch.id)]] };
    const set = { plan_switch: changed({ state: 'UNDOING' }), switch_due: { $add: ['$$NOW', PAUSE_MS] } };
    const stage = { $set: onlyIf(condition, { ...set, dead_switches: dead }) };
    const show = await changeOne(this.shows, inState(planSwitch, 'PREPARING'), [stage]);
    return show?.plan_switch?.state === 'UNDOING' ? toSwitch(show) : undefined;
  }
}

function changed(fields: Readonly<Record<string, unknown>>): object {
  return { $mergeObjects: ['$plan_switch', fields] };
}

function inState({ id, showId }: PlanSwitch, state: PlanSwitchState): QueryFilter<ShowDocument> {
  return { _id: objectId(showId), 'plan_switch.id': objectId(id), 'plan_switch.state': state };
}

function toSwitch(show: Pick<ShowDocument, '_id' | keyof typeof SWITCH_FIELDS> | null): PlanSwitch | undefined {
  if (show?.plan_switch === undefined) return undefined;
  const { id, from, to, by, state, until } = show.plan_switch;
  const dead = (show.dead_switches ?? []).map((other) => other.toHexString());
  return { id: id.toHexString(), showId: show._id.toHexString(), from, to, by: by.toHexString(), state, until, dead };
}
