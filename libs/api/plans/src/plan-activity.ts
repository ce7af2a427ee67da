import { NewActivity } from '@modex/api-activity';
import { latestVersion, PlanRecord } from './plan';

type PlanDeed = 'plan.create' | 'plan.publish' | 'plan.archive' | 'plan.delete';

/** What somebody did to a plan, as the activity log has it; the same deed of a plan at the same time is one. */
export function planActivity(action: PlanDeed, plan: PlanRecord, by: string, at: Date): NewActivity {
  const { id, name, archived } = plan;
  const version = latestVersion(plan);
  return {
    event: `plan ${id} ${action} ${action === 'plan.publish' ? version : at.getTime()}`,
    ...{ at, by, action, of: { kind: 'plan', id }, before: null },
    after: { name, version: `${version}`, archived: archived ? 'yes' : 'no' },
  };
}
