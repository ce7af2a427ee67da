/** What a proof of the booking protocol drives: the port of the shows, their moves and creation, without HTTP and without a database. */
export { ShowRepository } from './show.repository';
export type { CreationRequest, NewShow, OpenedShow, ShowMove, SweepPause } from './show.repository';
export { PlanSwitchRepository } from './plan-switch/plan-switch.repository';
export type { NewPlanSwitch, SwitchedShow } from './plan-switch/plan-switch.repository';
export { PlanSwitchService } from './plan-switch/plan-switch.service';
export { PlanSwitchSteps } from './plan-switch/plan-switch-steps';
export { PlanSwitchSweep } from './plan-switch/plan-switch-sweep';
export { SeatBlockService } from './seat-block.service';
export { ShowCreationService } from './show-creation.service';
export { ShowCreationSweep } from './show-creation-sweep';
export { ShowPlans } from './show-plans';
export { ShowService } from './show.service';
