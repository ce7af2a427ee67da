/**
 * PREPARING: what vanishes or gets another name is set aside, and what is new is made; the show is in the earlier version.
 * FINISHING: the show is in the later version, and what was set aside is removed or gets its new name. DONE. UNDOING: it
 * was given up, and the seats become what they were. UNDONE.
 */
export const PLAN_SWITCH_STATES = ['PREPARING', 'FINISHING', 'DONE', 'UNDOING', 'UNDONE'] as const;
export type PlanSwitchState = (typeof PLAN_SWITCH_STATES)[number];

/** States of a switch that is not over. */
export const OPEN_SWITCHES = ['PREPARING', 'FINISHING', 'UNDOING'] as const satisfies readonly PlanSwitchState[];

/** The move of a show to a later version of its plan: under way, or the last one. */
export interface PlanSwitch {
  readonly id: string;
  readonly showId: string;
  readonly from: number;
  readonly to: number;
  /** The admin who asked for it. */
  readonly by: string;
  readonly state: PlanSwitchState;
  /** While it is PREPARING: the end of its lease, by the database's clock. */
  readonly until: Date;
  /** Switches of the show that were given up, also this one then: nothing that they made may stay. */
  readonly dead: readonly string[];
}

export function isOpenSwitch({ state }: Pick<PlanSwitch, 'state'>): boolean {
  return OPEN_SWITCHES.some((open) => open === state);
}
