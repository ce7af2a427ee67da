export type { Activity, ActivityAction, NewActivity, Snapshot } from './activity';
export { ActivityLog } from './activity-log';
export { ActivityModule } from './activity.module';
