import { Layout, PlanSwitch } from '@modex/domain';
import { StoredEdit } from '../show.repository';

/** A switch that an admin asks for. */
export interface NewPlanSwitch extends Pick<PlanSwitch, 'showId' | 'from' | 'to' | 'by'> {
  /** The version of the show that the admin saw. */
  readonly version: number;
}

/** What a show becomes in the later version of its plan. */
export interface SwitchedShow {
  readonly layout: Layout;
  /** Its prices, where they change too, and what is remembered of it. */
  readonly edit: StoredEdit;
}

/**
 * The switches of shows to a later version of their plan, one at a time for each show. Every step is one compare-and-set on
 * the show; "now" is the database's clock.
 */
export abstract class PlanSwitchRepository {
  /**
   * Begins a switch of a show that is in the version `from`, in the state that the admin saw, and may be edited.
   * @returns undefined where it is not, or where another switch of it is under way
   */
  abstract begin(wanted: NewPlanSwitch, leaseMs: number): Promise<PlanSwitch | undefined>;
  /** Renews the lease, unless it is over. @returns the switch as it is; undefined where it is no longer PREPARING */
  abstract extend(planSwitch: PlanSwitch, leaseMs: number): Promise<PlanSwitch | undefined>;
  /**
   * PREPARING → FINISHING: from now on the show is in the later version.
   * @returns undefined where the lease is over, or the show was edited, cancelled, or has started
   */
  abstract commit(planSwitch: PlanSwitch, show: SwitchedShow): Promise<PlanSwitch | undefined>;
  /** PREPARING → UNDOING. @returns undefined where it was in another state */
  abstract giveUp(planSwitch: PlanSwitch): Promise<PlanSwitch | undefined>;
  /** The same, if its lease has been over for a while. */
  abstract giveUpExpired(planSwitch: PlanSwitch): Promise<PlanSwitch | undefined>;
  /** FINISHING → DONE, or UNDOING → UNDONE. */
  abstract end(planSwitch: PlanSwitch): Promise<void>;

  /** The switch of a show that is under way, or was last. */
  abstract find(showId: string): Promise<PlanSwitch | undefined>;
  /** Switches that a sweep must look at. */
  abstract findDue(limit: number): Promise<readonly PlanSwitch[]>;
  /** Lets the sweep look again at a switch that is over, until an hour has passed since then. */
  abstract swept(planSwitch: PlanSwitch): Promise<void>;
}
