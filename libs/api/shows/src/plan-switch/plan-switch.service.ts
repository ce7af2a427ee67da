import { Injectable, Logger } from '@nestjs/common';
import { SeatOwner } from '@modex/api-seats';
import {
  changesOf,
  checkPrices,
  DomainError,
  isOpenSwitch,
  isPlainPlan,
  PlanSwitch,
  priceProblems,
  Show,
  ShowPrices,
} from '@modex/domain';
import { noLonger } from '../no-longer';
import { ShowService } from '../show.service';
import { PlanSwitchRepository } from './plan-switch.repository';
import { inTheWay, PlanSwitchSteps, Switched, SWITCH_LEASE_MS, tooSlow } from './plan-switch-steps';

/** What an admin asks for. */
export interface SwitchCommand {
  /** The version of the plan that the show is to be in. */
  readonly planVersion: number;
  /** The version of the show that the admin saw. */
  readonly version: number;
  /** What its seats cost from then on; absent: what they cost now. */
  readonly prices?: ShowPrices | null | undefined;
  /** The admin. */
  readonly by: string;
}

/** What a switch would change, and what stands in its way. */
export interface SwitchPreview extends Switched {
  readonly inTheWay: readonly SeatOwner[];
  /** Whether the prices of the show do not fit the categories of the later version. */
  readonly needsPrices: boolean;
}

/**
 * Takes a show to a later version of its plan, while people buy. Seats that would vanish or get another name are set aside
 * one by one, each only if it is free; then what is new is made; then one compare-and-set on the show decides; then what
 * was set aside is removed, or gets its new name. A crash before that decision leaves the earlier version, a crash after it
 * the later one, and the sweep does the rest.
 */
@Injectable()
export class PlanSwitchService {
  private readonly logger = new Logger(PlanSwitchService.name);

  constructor(
    private readonly shows: ShowService,
    private readonly switches: PlanSwitchRepository,
    private readonly steps: PlanSwitchSteps,
  ) {}

  /**
   * What would become of the seats. Writes nothing.
   * @throws DomainError `unknown-show`, `validation-failed`
   */
  async preview(showId: string, planVersion: number): Promise<SwitchPreview> {
    const show = await this.shows.find(showId);
    const switched = await this.compare(show, planVersion);
    const needsPrices = show.prices !== null && priceProblems(show.prices, switched.after.plan.categories).length > 0;
    return { ...switched, inTheWay: await this.steps.findInTheWay(switched), needsPrices };
  }

  /**
   * Switches the show, or leaves it as it was. A show that is in that version already stays as it is.
   * @throws DomainError `unknown-show`; `validation-failed` for a version that is not a later one, or prices that do not fit
   * it; `seat-taken` with the seats that are in the way; `show-changed`, `show-move-refused`; `in-progress` while another
   * switch is under way; `storage-unavailable` when it was given up
   */
  async switch(showId: string, command: SwitchCommand): Promise<Show> {
    const show = await this.shows.find(showId);
    if (show.planVersion === command.planVersion && !isPlainPlan(show.planId)) return show;
    const switched = await this.compare(show, command.planVersion);
    checkPrices(command.prices === undefined ? show.prices : command.prices, switched.after.plan);
    const { version, by } = command;
    const taken = await this.steps.findInTheWay(switched);
    if (taken.length > 0) throw inTheWay(taken.map(({ seatId }) => seatId));
    const wanted = { showId, from: show.planVersion, to: command.planVersion, by, version };
    const begun = await this.switches.begin(wanted, SWITCH_LEASE_MS);
    if (begun === undefined) throw await this.refusal(showId, version);
    const committed = await this.prepareAndCommit(begun, switched, command);
    this.shows.changed(showId);
    await this.steps
      .finish(committed, switched)
      .catch((error: unknown) => this.logger.warn(`the switch of ${showId} is left to the sweep: ${String(error)}`));
    this.shows.changed(showId);
    return this.shows.find(showId);
  }

  private async compare(show: Show, planVersion: number): Promise<Switched> {
    if (isPlainPlan(show.planId)) throw notLater('The show is in a plain plan, which has no other version.');
    if (planVersion < show.planVersion) {
      throw notLater(`The show is in version ${show.planVersion} of its plan already; publish the wanted one anew.`);
    }
    return this.steps.compare(show, { from: show.planVersion, to: planVersion });
  }

  private async prepareAndCommit(
    begun: PlanSwitch,
    switched: Switched,
    { version, prices, by }: SwitchCommand,
  ): Promise<PlanSwitch> {
    const { before, after } = switched;
    const fields = prices === undefined ? {} : { prices };
    const changes = changesOf(before, { ...fields, planVersion: after.planVersion });
    const edit = { version, fields, words: before, changes, by };
    try {
      await this.steps.prepare(begun, switched);
      const committed = await this.switches.commit(begun, { layout: after, edit });
      if (committed !== undefined) return committed;
      throw await this.refusal(begun.showId, version);
    } catch (cause) {
      return this.giveUp(begun, switched, cause);
    }
  }

  /**
   * Undoes what was prepared; if the database cannot be reached, the sweep does it. Never hides the cause.
   * @returns the switch, if it was committed after all: the answer was lost
   */
  private async giveUp(begun: PlanSwitch, switched: Switched, cause: unknown): Promise<PlanSwitch> {
    try {
      const given = (await this.switches.giveUp(begun)) ?? (await this.switches.find(begun.showId));
      if (given?.id === begun.id && (given.state === 'FINISHING' || given.state === 'DONE')) return given;
      if (given?.id === begun.id && given.state === 'UNDOING') await this.steps.undo(given, switched);
    } catch (error) {
      this.logger.warn(`the switch of ${begun.showId} is left to the sweep: ${String(error)}`);
    }
    throw cause;
  }

  /** Why a switch did not begin, or was not committed. */
  private async refusal(showId: string, version: number): Promise<DomainError> {
    const [show, last] = [await this.shows.find(showId), await this.switches.find(showId)];
    if (show.status === 'CANCELLED' || show.started) {
      return noLonger(show, 'its plan cannot be changed');
    }
    if (show.version !== version) {
      return new DomainError('show-changed', 'The show was edited since you read it; read it again and compare.');
    }
    const message = 'Another switch of this show is under way; ask again in a few seconds.';
    return last !== undefined && isOpenSwitch(last)
      ? new DomainError('in-progress', message, { retryAfter: 2 })
      : tooSlow();
  }
}

function notLater(message: string): DomainError {
  return new DomainError('validation-failed', message, { fields: [{ field: 'planVersion', message }] });
}
