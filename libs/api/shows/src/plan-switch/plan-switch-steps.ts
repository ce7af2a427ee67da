import { Injectable } from '@nestjs/common';
import { SeatOwner, SeatRepository, SeatSwitches } from '@modex/api-seats';
import { DomainError, PlanDifference, planDifference, PlanSwitch, SeatedShow, seatIdAt, Show } from '@modex/domain';
import { ShowPlans } from '../show-plans';
import { PlanSwitchRepository } from './plan-switch.repository';

/** Seats changed in one command: few enough that a buyer's command waits for no more than a moment behind them. */
const BATCH = 200;
/** How long a switch may be silent before the sweep gives it up, in milliseconds. */
export const SWITCH_LEASE_MS = 30_000;

/** A show in two versions of its plan, and how they differ. */
export interface Switched {
  readonly before: SeatedShow;
  readonly after: SeatedShow;
  readonly difference: PlanDifference;
}

/** The steps of a switch. Each may be done again, by the same process or another one. */
@Injectable()
export class PlanSwitchSteps {
  constructor(
    private readonly switches: PlanSwitchRepository,
    private readonly seats: SeatRepository,
    private readonly switching: SeatSwitches,
    private readonly plans: ShowPlans,
  ) {}

  /** @throws DomainError `validation-failed` where the plan has no such version */
  async compare(show: Show, { from, to }: Pick<PlanSwitch, 'from' | 'to'>): Promise<Switched> {
    const [before, after] = [await this.inVersion(show, from), await this.inVersion(show, to)];
    return { before, after, difference: planDifference(before.plan, after.plan) };
  }

  /** Of the seats that vanish or get another name those that somebody has, or that staff keep from sale. */
  async findInTheWay(switched: Switched): Promise<readonly SeatOwner[]> {
    const { id } = switched.before;
    const found: SeatOwner[] = [];
    for (const seatIds of batches(leavingOf(switched))) found.push(...(await this.seats.findOwners(id, seatIds)));
    return found.filter(({ status }) => status !== 'AVAILABLE').sort((a, b) => (a.seatId < b.seatId ? -1 : 1));
  }

  /**
   * Sets aside what vanishes or gets another name, and then makes what is new.
   * @throws DomainError `seat-taken` with the seats that are in the way; `storage-unavailable` when the lease was over
   */
  async prepare(begun: PlanSwitch, switched: Switched): Promise<void> {
    const { id: switchId, showId, to: version } = begun;
    // What an earlier switch did after it was given up would be in the way.
    await this.clear(begun);
    for (const seatIds of batches(leavingOf(switched))) {
      const { until } = await this.extend(begun);
      await this.switching.setAside({ showId, seatIds, switchId, version, until });
      refuse((await this.seats.findOwners(showId, seatIds)).filter(({ blockId }) => blockId !== switchId));
    }
    const show = switched.after;
    for (const numbers of batches(switched.difference.added)) {
      await this.extend(begun);
      if (!(await this.switching.make({ show, numbers, switchId }))) throw tooSlow();
    }
  }

  /** After the switch was committed: what was set aside is removed, or gets its new name. */
  async finish(planSwitch: PlanSwitch, { after: show, difference }: Switched): Promise<void> {
    const { id: switchId, showId } = planSwitch;
    const { vanishing, renamed, recategorised } = difference;
    for (const seatIds of batches(idsOf(show, vanishing))) {
      await this.switching.removeAside({ showId, seatIds, switchId });
    }
    for (const numbers of batches(renamed)) await this.switching.rename({ show, numbers, switchId });
    for (const numbers of batches(recategorised)) await this.switching.recategorise({ show, numbers, switchId });
    await this.switches.end(planSwitch);
  }

  /** After the switch was given up: everything is as it was. */
  async undo(planSwitch: PlanSwitch, switched: Switched): Promise<void> {
    const { id: switchId, showId, dead } = planSwitch;
    await this.switching.removeMade(showId, dead);
    for (const seatIds of batches(leavingOf(switched))) {
      await this.restore(showId, dead, () => this.switching.putBack({ showId, seatIds, switchId }));
    }
    await this.switches.end(planSwitch);
  }

  /** Undoes what late commands of switches that were given up did after that. */
  async clear({ showId, dead }: PlanSwitch): Promise<void> {
    if (dead.length === 0) return;
    await this.switching.removeMade(showId, dead);
    await this.restore(showId, dead, () => this.switching.putAllBack(showId, dead));
  }

  /** Each command that was late may come in between, once. */
  private async restore(showId: string, dead: readonly string[], putBack: () => Promise<boolean>): Promise<void> {
    while (!(await putBack())) await this.switching.removeMade(showId, dead);
  }

  private async extend(begun: PlanSwitch): Promise<PlanSwitch> {
    const extended = await this.switches.extend(begun, SWITCH_LEASE_MS);
    if (extended === undefined) throw tooSlow();
    return extended;
  }

  private async inVersion(show: Show, planVersion: number): Promise<SeatedShow> {
    const { plan, layout } = await this.plans.choose({ planId: show.planId, planVersion });
    return { ...show, ...layout, planVersion, plan };
  }
}

/** The seats that vanish or get another name, in lock order. */
function leavingOf({ before, difference: { vanishing, renamed } }: Switched): readonly string[] {
  return [...idsOf(before, vanishing), ...idsOf(before, renamed)].sort();
}

function idsOf({ seatPrefix }: Pick<Show, 'seatPrefix'>, numbers: readonly number[]): readonly string[] {
  return numbers.map((number) => seatIdAt(seatPrefix, number));
}

function batches<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / BATCH) }, (_, at) => all.slice(at * BATCH, (at + 1) * BATCH));
}

/** @throws DomainError `seat-taken`, or `storage-unavailable` where they are free: then the lease was over */
function refuse(left: readonly SeatOwner[]): void {
  if (left.length === 0) return;
  const taken = left.filter(({ status }) => status !== 'AVAILABLE').map(({ seatId }) => seatId);
  throw taken.length === 0 ? tooSlow() : inTheWay(taken);
}

/** @param seatIds the seats that stand in the way */
export function inTheWay(seatIds: readonly string[]): DomainError {
  const message =
    'Some of the seats that would vanish or get another name are sold, held or blocked; the show stays in its plan. ' +
    'Give them back, release them, or keep them in the plan.';
  return new DomainError('seat-taken', message, { seatIds });
}

export function tooSlow(): DomainError {
  return new DomainError('storage-unavailable', 'The switch took too long and was given up; try again.', {
    retryAfter: 2,
  });
}
