import { Injectable, Logger } from '@nestjs/common';
import { Budget, Job, Jobs } from '@modex/api-core';
import { PlanSwitch } from '@modex/domain';
import { ShowRepository } from '../show.repository';
import { PlanSwitchRepository } from './plan-switch.repository';
import { PlanSwitchSteps } from './plan-switch-steps';

/** Switches looked at in one round. */
const BATCH = 20;

/** Finishes switches that were left unfinished after their commit, and undoes those before it. */
@Injectable()
export class PlanSwitchSweep implements Job {
  readonly name = 'sweep of plan switches';
  readonly pauseMs = 2_000;
  readonly budgetMs = 10_000;
  private readonly logger = new Logger(PlanSwitchSweep.name);

  constructor(
    private readonly switches: PlanSwitchRepository,
    private readonly shows: ShowRepository,
    private readonly steps: PlanSwitchSteps,
    jobs: Jobs,
  ) {
    jobs.add(this);
  }

  async run(budget: Budget): Promise<void> {
    for (const due of await this.switches.findDue(BATCH)) {
      if (budget.isSpent) return;
      await this.settle(due);
    }
  }

  private async settle(due: PlanSwitch): Promise<void> {
    if (due.state === 'UNDONE' || due.state === 'DONE') return this.lookAgain(due);
    const open = due.state === 'PREPARING' ? await this.switches.giveUpExpired(due) : due;
    const show = await this.shows.findById(due.showId);
    if (open === undefined || show === undefined) return;
    const switched = await this.steps.compare(show, open);
    if (open.state === 'FINISHING') await this.steps.finish(open, switched);
    else await this.steps.undo(open, switched);
    this.logger.log(`show ${show.id} is in version ${show.planVersion} of its plan after an unfinished switch`);
  }

  /** What a process that slept, or a command that was late, did in the meantime is undone. */
  private async lookAgain(over: PlanSwitch): Promise<void> {
    await this.steps.clear(over);
    await this.switches.swept(over);
  }
}
